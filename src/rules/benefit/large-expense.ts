import { share, subtract, sum, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, possible } from '../policy/case.ts';
import { cappedAccumulators } from './benefit-cap.ts';
import { costCovered, payable } from './bands.ts';
import { leftOf, tighter, within, yearly } from './counting.ts';
import { FUNDS } from './fund.ts';
import { pay } from './pay.ts';
import type { State, Step } from './state.ts';

const fund = FUNDS.largeExpense;

/**
 * 大额医疗费用补助: a ratio of the cost that the pool could not reach because its yearly cap was used up. A cap of the benefit
 * itself (disease, month) holds for pool and 大额 together: beyond it the cost is the person's.
 */
const run = (state: State): State => {
  const cases = state.request.parameters.large_expense;
  if (cases === undefined) return state;
  const { value, basis } = choose(cases, state.facts);
  const over = costOverPoolCap(state);
  if (value === 'none' || over === ZERO) return state;
  const paid = yearly('D', fund.subject, state.asOf);
  const capLeft = value.cap === 'none' ? undefined : leftOf(state, value.cap, paid);
  const benefitRest = state.left.benefit === undefined ? undefined : subtract(state.left.benefit, state.paid.hifp_pay);
  const limit = tighter(capLeft, benefitRest);
  const amount = within(share(over, value.ratio, 'half-up'), limit);
  return pay(state, {
    fund,
    rule: 'large-expense',
    title: fund.fund_pay_type_name,
    base: over,
    limit,
    amount,
    text: `超过统筹基金最高支付限额的${yuan(over)}元，按${percent(value.ratio)}由大额补助支付${yuan(amount)}元。`,
    basis,
    value: percent(value.ratio),
    // A cap of the benefit holds for pool and 大额 together, so both count towards it.
    deltas: [paid, ...cappedAccumulators(state, undefined)].map((accumulator) => deltaOf(accumulator, amount)),
  });
};

/** In-scope cost beyond the one that the pool's payment covers, when its own cap is what stopped it. */
const costOverPoolCap = (state: State): Fen => {
  const entitled = within(payable(state.basic.slices), state.left.benefit);
  const paid = state.paid.hifp_pay;
  if (paid === entitled) return ZERO;
  return subtract(sum(state.basic.slices.map(({ cost }) => cost)), costCovered(state.basic.slices, paid));
};

export const largeExpense: Step = {
  run,
  reads: ({ parameters, visit, asOf }) =>
    possible(parameters.large_expense ?? [], visit).some((value) => value !== 'none' && value.cap !== 'none')
      ? [yearly('D', fund.subject, asOf)]
      : [],
};
