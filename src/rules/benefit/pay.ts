import { add, least, subtract, ZERO, type Fen } from '../../kernel/money.ts';
import { moving, type Delta } from '../ledger/delta.ts';
import type { Basis } from '../policy/basis.ts';
import { explain } from './explain.ts';
import type { PayingFund } from './fund.ts';
import type { FundRow } from './settled.ts';
import type { State } from './state.ts';

/** A payment of a fund towards the claim. */
export type Payment = {
  readonly fund: PayingFund;
  readonly rule: string;
  readonly title: string;
  /** The in-scope amount that the fund reckoned with. */
  readonly base: Fen;
  /** The most it could pay now; undefined = no limit. */
  readonly limit: Fen | undefined;
  readonly amount: Fen;
  readonly text: string;
  readonly basis: Basis;
  readonly value: string;
  readonly deltas: readonly Delta[];
};

/**
 * Books a payment: in-scope cost first, then 先行自付. The pool has a row even when it pays nothing, any other fund only
 * when it pays.
 */
export const pay = (state: State, payment: Payment): State => {
  const { fund, rule, title, amount, text, basis, value } = payment;
  const inScope = least(amount, state.unpaid);
  const listed = amount > ZERO || fund.field === 'hifp_pay';
  const reason = { rule, title, text, amount, borne: amount, basis, value };
  return explain(state, reason, {
    unpaid: subtract(state.unpaid, inScope),
    preself: subtract(state.preself, subtract(amount, inScope)),
    paid: { ...state.paid, [fund.field]: add(state.paid[fund.field], amount) },
    funds: listed ? [...state.funds, fundRow(payment)] : state.funds,
    deltas: [...state.deltas, ...moving(payment.deltas)],
  });
};

const fundRow = ({ fund, base, limit, amount, text }: Payment): FundRow => ({
  fund_pay_type: fund.fund_pay_type,
  fund_pay_type_name: fund.fund_pay_type_name,
  inscp_scp_amt: base,
  crt_payb_lmt_amt: limit,
  fund_payamt: amount,
  setl_proc_info: text,
});
