import { add, ZERO, type Fen } from '../../../kernel/money.ts';
import { frozenIn, type ConfirmedReader } from '../clearing/national/cleared-in.ts';
import { ALL_KEYS, type LinesReader } from '../clearing/national/month-lines.ts';
import type { ClearedMonth } from '../clearing/national/records.ts';
import type { ClearingRow } from '../clearing/clearing-rows.ts';
import { statusOf } from './declared-rows.ts';

/** What an agency owes for a settlement: every fund and the personal account. */
export const owed = ({ settlement: { shares } }: ClearingRow): Fen => add(shares.fund_pay_sumamt, shares.acct_pay);

/** That much of an amount as has been declared. */
export const declaredPart = (row: ClearingRow, amount: Fen): Fen => (statusOf(row) === '10' ? amount : ZERO);

/** The look-ups that say what an agency has paid. */
export type PaidReader = ConfirmedReader &
  Pick<LinesReader, 'clearingRecords'> & {
    readonly clearingRecord: (kind: 'month', key: string) => ClearedMonth | undefined;
  };

/** Numbers of the rows that were paid: the table of the month in which they are cleared is there. */
const paidAmong = (reader: PaidReader, rows: readonly ClearingRow[]): ReadonlySet<string> => {
  const withheld = new Map(reader.clearingRecords('withheld', ...ALL_KEYS).map((row) => [row.setl_id, row]));
  const paid = rows.filter(({ settlement }) => {
    const period = frozenIn(reader, settlement, withheld);
    return period !== undefined && reader.clearingRecord('month', period)?.stage !== 'collected';
  });
  return new Set(paid.map(({ settlement }) => settlement.setl_id));
};

/** Rows, and which of them were paid. */
export const withPaid = (reader: PaidReader, rows: readonly ClearingRow[]) => ({
  rows,
  paid: paidAmong(reader, rows),
});

/** What 2175 and 2176 say of payments. */
export const PAYMENT_DIFFERENCES = [
  '已拨付：沙箱在清算月份的清算表生成时，由就医省向医药机构拨付；省内异地没有拨付。审核扣款不在这里扣除。',
  '申报总额是 3261 已确认的部分；应拨付金额为基金和个人账户支付之和。',
  '接口表供定点零售药店使用；沙箱对任何机构都答它自己的异地账务。',
];
