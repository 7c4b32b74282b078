import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan } from '../../../kernel/money.ts';
import { BILL_STATES, LEVELS, percent, type clearingStatus, type MonthShown, type Usage } from '../../sandbox.ts';
import { table } from '../layout/table.ts';
import { differenceInWords, withheldInWords } from './difference-in-words.ts';

const STAGES: Readonly<Record<MonthShown['stage'], string>> = {
  open: '归集中',
  collected: '已申报',
  generated: '已生成清算表',
  noticed: '已发通知书',
  closed: '已办结',
};

const STEPS: Readonly<Record<string, string>> = {
  file: '申报', generate: '生成', confirm: '确认', notice: '通知', submit: '提交财政', transfer: '划拨', receive: '到账反馈',
}; // prettier-ignore

const REQUESTS: Readonly<Record<string, string>> = { issue: '问题协同', inquiry: '费用协查', urgent: '紧急调增' };
const REQUEST_STATES: Readonly<Record<string, string>> = {
  raised: '待答复', answered: '已答复', refused: '不予办理', closed: '已办结',
}; // prettier-ignore

/** A month in a line. */
export const monthInWords = ({ period, stage, lines, due, billed, received, bills, overdue }: MonthShown): string => {
  const states = Object.entries(bills).map(([state, count]) => `${BILL_STATES[state as keyof typeof bills]} ${count}`);
  const late = overdue.map(({ step, province = '' }) => `${provinceName(province)}${STEPS[step] ?? step}`);
  return [
    `${period} ${STAGES[stage]}：明细 ${lines} 条，净额 ${yuan(due)} 元，账单应付 ${yuan(billed)} 元，已到账 ${yuan(received)} 元`,
    ...(states.length > 0 ? [`账单 ${states.join('、')}`] : []),
    ...(late.length > 0 ? [`逾期 ${late.join('、')}`] : []),
  ].join('；');
};

type Request = ReturnType<typeof clearingStatus>['requests'][number];

/** A request of the cooperation module in a line. */
export const requestInWords = (row: Request): string =>
  `${row.id} ${REQUESTS[row.kind]} ${row.from_name} → ${row.to_name} ${REQUEST_STATES[row.state]}` +
  `，${row.answerBy} 前答复${row.late ? '（已逾期）' : ''}：${row.text}`;

/** Everything at a glance. */
export const statusInWords = (status: ReturnType<typeof clearingStatus>): string => {
  const { months, days, withheld, requests, faults } = status;
  const differing = days.flatMap(({ date, province, differing: rows }) =>
    rows.map((row) => `${date} ${provinceName(province)} ${differenceInWords(row)}`),
  );
  const parts: (readonly [title: string, lines: readonly string[]])[] = [
    ['清算月份', months.map(monthInWords)],
    ['对账不平', differing],
    ['暂不清算的明细', withheld.map(withheldInWords)],
    ['业务协同', requests.map(requestInWords)],
    ['设定的故障', faults.map(({ id, kind, province }) => `${id} ${provinceName(province)} ${kind}`)],
  ];
  const told = parts.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return '还没有清算：有跨省结算之后，次日对账，次月 20 日申报';
  return told.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n');
};

/** How far prepayments are used up. */
export const usageInWords = (usage: readonly Usage[], columns: number): string =>
  table(
    [
      { title: '就医省' },
      { title: '预付金', align: 'right' },
      { title: '本月清算', align: 'right' },
      { title: '使用率', align: 'right' },
      { title: '预警' },
    ],
    usage.map((row) => [
      provinceName(row.province), yuan(row.prepaid), yuan(row.clearing), percent(row.rate),
      row.level === null ? '未设额度' : LEVELS[row.level],
    ]),
    columns,
  ); // prettier-ignore
