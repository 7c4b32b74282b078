import { share, yuan, ZERO } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, possible } from '../policy/case.ts';
import { leftOf, within, yearly } from './counting.ts';
import { FUNDS } from './fund.ts';
import { pay } from './pay.ts';
import type { State, Step } from './state.ts';

const fund = FUNDS.civilServant;

/** 公务员医疗补助: a share of the in-scope cost that no fund has paid so far, within a yearly cap. */
const run = (state: State): State => {
  const cases = state.request.parameters.civil_servant;
  if (cases === undefined || state.unpaid === ZERO) return state;
  const { value, basis } = choose(cases, state.facts);
  if (value === 'none') return state;
  const paid = yearly('D', fund.subject, state.asOf);
  const limit = value.cap === 'none' ? undefined : leftOf(state, value.cap, paid);
  const amount = within(share(state.unpaid, value.ratio, 'half-up'), limit);
  return pay(state, {
    fund,
    rule: 'civil-servant',
    title: fund.fund_pay_type_name,
    base: state.unpaid,
    limit,
    amount,
    text: `政策范围内个人负担${yuan(state.unpaid)}元，公务员补助按${percent(value.ratio)}支付${yuan(amount)}元。`,
    basis,
    value: percent(value.ratio),
    deltas: [deltaOf(paid, amount)],
  });
};

export const civilServant: Step = {
  run,
  reads: ({ parameters, visit, asOf }) =>
    possible(parameters.civil_servant ?? [], visit).some((value) => value !== 'none' && value.cap !== 'none')
      ? [yearly('D', fund.subject, asOf)]
      : [],
};
