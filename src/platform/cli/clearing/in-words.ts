import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan } from '../../../kernel/money.ts';
import { BILL_STATES, plainYearsInWords, STAGES, type clearingStatus, type MonthShown } from '../../sandbox.ts';
import { differenceInWords, withheldInWords } from './difference-in-words.ts';
import { faultInWords } from './fault-in-words.ts';
import { lateInWords } from './late-in-words.ts';
import { roundInWords } from './prepayments-in-words.ts';
import { requestInWords } from './request-in-words.ts';

/** A month in a line. */
export const monthInWords = (month: MonthShown): string => {
  const { period, stage, lines, due, billed, received, bills, overdue, plainYears } = month;
  const states = Object.entries(bills).map(([state, count]) => `${BILL_STATES[state as keyof typeof bills]} ${count}`);
  const late = overdue.map(lateInWords);
  return [
    `${period} ${STAGES[stage]}：明细 ${lines} 条，净额 ${yuan(due)} 元，账单应付 ${yuan(billed)} 元，已到账 ${yuan(received)} 元`,
    ...(states.length > 0 ? [`账单 ${states.join('、')}`] : []),
    ...(late.length > 0 ? [`逾期 ${late.join('、')}`] : []),
    ...(stage !== 'closed' && plainYears.length > 0 ? [plainYearsInWords(plainYears)] : []),
  ].join('；');
};

const yearInWords = ({ year, lines, lapsed, closedAt }: ReturnType<typeof clearingStatus>['years'][number]): string => {
  const left = lapsed.reduce((count, row) => count + row.rows, 0);
  return `${year} 年 ${closedAt.slice(0, 10)} 办结：明细 ${lines} 条${left > 0 ? `，逾期未清算 ${left} 条` : ''}`;
};

/** Everything at a glance. */
export const statusInWords = (status: ReturnType<typeof clearingStatus>): string => {
  const { months, days, withheld, requests, faults, prepayments, years } = status;
  const differing = days.flatMap(({ date, province, differing: rows }) =>
    rows.map((row) => `${date} ${provinceName(province)} ${differenceInWords(row)}`),
  );
  const parts: (readonly [title: string, lines: readonly string[]])[] = [
    ['清算月份', months.map(monthInWords)],
    ['对账不平', differing],
    ['暂不清算的明细', withheld.map(withheldInWords)],
    ['预付金调整', prepayments.map(roundInWords)],
    ['年终清算', years.map(yearInWords)],
    ['业务协同', requests.map(requestInWords)],
    ['设定的故障', faults.map(faultInWords)],
  ];
  const told = parts.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return '还没有清算：有跨省结算之后，次日对账，次月 20 日申报';
  return told.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n');
};
