import { add, ZERO, type Fen } from '../../../kernel/money.ts';
import type { ClearingRow } from '../clearing/clearing-rows.ts';
import { statusOf } from './declared-rows.ts';

/** What an agency owes for a settlement: every fund and the personal account. */
export const owed = ({ settlement: { shares } }: ClearingRow): Fen => add(shares.fund_pay_sumamt, shares.acct_pay);

/** That much of an amount as has been declared. */
export const declaredPart = (row: ClearingRow, amount: Fen): Fen => (statusOf(row) === '10' ? amount : ZERO);

/** What 2175 and 2176 say of payments. */
export const PAYMENT_DIFFERENCES = [
  '已拨付金额为 0：沙箱还没有经办机构向医药机构的拨付。',
  '申报总额是 3261 已确认的部分；应拨付金额为基金和个人账户支付之和。',
  '接口表供定点零售药店使用；沙箱对任何机构都答它自己的异地账务。',
];
