import { must } from '../../kernel/assert.ts';
import { add, negate, type Fen } from '../../kernel/money.ts';
import type { FundRow, Shares } from '../../rules/benefit/settled.ts';
import { negated, ownAccountPay } from './movements.ts';
import type { Settlement } from './settlement.ts';

/** The amounts of the opposite sign; the ratio is no amount, the balance is the one after the refund. */
const negatedShares = (shares: Shares, balc: Fen): Shares => {
  const amounts = Object.entries(shares)
    .filter(([field]) => field !== 'pool_prop_selfpay' && field !== 'balc')
    .map(([field, amount]) => [field, negate(amount as Fen)]);
  return { ...(Object.fromEntries(amounts) as Shares), pool_prop_selfpay: shares.pool_prop_selfpay, balc };
};

const negatedFund = (row: FundRow): FundRow => ({
  ...row,
  inscp_scp_amt: negate(row.inscp_scp_amt),
  crt_payb_lmt_amt: row.crt_payb_lmt_amt,
  fund_payamt: negate(row.fund_payamt),
});

/** What is new about a refund. */
export type RefundNotice = Pick<Settlement, 'setl_id' | 'sender' | 'infno' | 'msgid' | 'setl_time'> & {
  /** Balance of the account after the refund. */
  readonly balc: Fen;
  readonly relayedMsgid?: string;
  readonly byHospital?: true;
};

/** 退费: the mirror of a settlement. Money is moved back as it was moved, never computed anew. */
export const refundOf = (original: Settlement, { balc, ...notice }: RefundNotice): Settlement => {
  const { byHospital: _madeBy, ...mirrored } = original;
  const refund: Settlement = {
    ...mirrored,
    ...notice,
    refundOf: original.setl_id,
    state: 'effective',
    shares: negatedShares(original.shares, balc),
    funds: original.funds.map(negatedFund),
    movements: negated(original.movements),
    explanation: [],
  };
  must(add(original.shares.medfee_sumamt, refund.shares.medfee_sumamt) === 0, 'refund and original add up to nothing');
  return refund;
};

/** The account gets back what the settlement took. */
export const balanceAfterRefund = (balance: Fen, original: Settlement): Fen =>
  add(balance, ownAccountPay(original.shares));
