import { share, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent, type Rate } from '../../kernel/rate.ts';
import type { Accumulator } from '../ledger/accumulator.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, possible, type Cases } from '../policy/case.ts';
import type { None } from '../policy/values.ts';
import { leftOf, within, yearly } from './counting.ts';
import type { PayingFund } from './fund.ts';
import { pay } from './pay.ts';
import type { Reads, State } from './state.ts';

type CappedShare = { readonly ratio: Rate; readonly cap: Fen | None };
type CappedShares = Cases<CappedShare | None> | undefined;

/** Who pays the share, and what a cashier calls it. */
type Payer = { readonly rule: string; readonly fund: PayingFund; readonly payer: string };

/** Pays a share of the in-scope cost that no fund has paid so far, within a yearly cap. */
export const payCappedShare = (state: State, cases: CappedShares, { rule, fund, payer }: Payer): State => {
  if (cases === undefined || state.unpaid === ZERO) return state;
  const { value, basis } = choose(cases, state.facts);
  if (value === 'none') return state;
  const paid = yearly('D', fund.subject, state.asOf);
  const limit = value.cap === 'none' ? undefined : leftOf(state, value.cap, paid);
  const amount = within(share(state.unpaid, value.ratio, 'half-up'), limit);
  return pay(state, {
    fund,
    rule,
    title: fund.fund_pay_type_name,
    base: state.unpaid,
    limit,
    amount,
    text: `政策范围内个人负担${yuan(state.unpaid)}元，${payer}按${percent(value.ratio)}支付${yuan(amount)}元。`,
    basis,
    value: percent(value.ratio),
    deltas: [deltaOf(paid, amount)],
  });
};

/** The accumulator of the fund, where some case has a cap. */
export const readsOfCappedShare = ({ visit, asOf }: Reads, cases: CappedShares, fund: PayingFund): Accumulator[] =>
  possible(cases ?? [], visit).some((value) => value !== 'none' && value.cap !== 'none')
    ? [yearly('D', fund.subject, asOf)]
    : [];
