import { share, subtract, yuan } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { choose } from '../policy/case.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/** Mechanism (c) of 异地就医: a part of the cost above the deductible is the person's before any ratio is applied. */
const run = (state: State): State => {
  const { value, basis } = choose(state.request.parameters.offsite, state.facts);
  if (value === 'none' || value.first_self_pay === undefined) return state;
  const above = subtract(state.unpaid, state.basic.deductible);
  const amount = share(above, value.first_self_pay, 'half-up');
  const reason = {
    rule: 'first-self-pay',
    title: '异地就医先行自付',
    text: `异地就医先自付${percent(value.first_self_pay)}，${yuan(above)}元中个人先负担${yuan(amount)}元。`,
    amount,
    basis,
    value: percent(value.first_self_pay),
  };
  return explain(state, reason, { basic: { ...state.basic, firstSelfPay: amount } });
};

export const firstSelfPay: Step = { run, reads: () => [] };
