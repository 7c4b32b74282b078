import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan } from '../../../kernel/money.ts';
import { LEVELS, percent, REASONS, type PoolShown, type roundShown, type Usage } from '../../sandbox.ts';
import { table } from '../layout/table.ts';
import { lateInWords } from './late-in-words.ts';

type Round = ReturnType<typeof roundShown>;

/** What `GET /clearing/prepayments` answers. */
export type Prepayments = {
  readonly usage: readonly Usage[];
  readonly pools: readonly PoolShown[];
  readonly rounds: readonly Round[];
};

/** An adjustment of prepayments in a line. */
export const roundInWords = ({ id, kind, reason, noticedOn, bills, due, received, overdue, days }: Round): string => {
  const who = kind === 'deposit' ? '参保省付' : '就医省退';
  const late = overdue.length > 0 ? `；逾期 ${overdue.map(lateInWords).join('、')}` : '';
  const by = reason === 'by-hand' ? '' : `，${days.transferBy} 前划拨`;
  return (
    `${id} ${REASONS[reason]} ${who}：${noticedOn} 通知，${bills.length} 笔 ${yuan(due)} 元，` +
    `已到账 ${yuan(received)} 元${by}${late}`
  );
};

/** How far prepayments are used up, where their money stands, and the adjustments. */
export const prepaymentsInWords = ({ usage, pools, rounds }: Prepayments, columns: number): string => {
  const parts = [usageInWords(usage, columns)];
  if (pools.length > 0) parts.push(`预付金结余（元）\n${poolsInWords(pools, columns)}`);
  if (rounds.length > 0) parts.push(['预付金调整', ...rounds.map((round) => `  ${roundInWords(round)}`)].join('\n'));
  return parts.join('\n\n');
};

const usageInWords = (usage: readonly Usage[], columns: number): string =>
  table(
    [
      { title: '就医省' },
      { title: '预付金额度', align: 'right' },
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

const poolsInWords = (pools: readonly PoolShown[], columns: number): string =>
  table(
    [
      { title: '就医省' },
      { title: '预付', align: 'right' },
      { title: '清算到账', align: 'right' },
      { title: '拨付机构', align: 'right' },
      { title: '结余', align: 'right' },
      { title: '本省垫付', align: 'right' },
    ],
    pools.map((row) => [
      provinceName(row.province), yuan(row.held), yuan(row.cleared), yuan(row.paidOut),
      yuan(row.balance), yuan(row.advanced),
    ]),
    columns,
  ); // prettier-ignore
