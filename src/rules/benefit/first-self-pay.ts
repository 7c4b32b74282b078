import { share, subtract, sum, yuan } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { choose } from '../policy/case.ts';
import { wholeRatio } from './bands.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/**
 * Mechanism (c) of 异地就医: a part of the cost above the deductible is the person's before any ratio is applied. It is
 * taken off each band, so that a claim comes to the same in one piece as in two.
 */
const run = (state: State): State => {
  const { value, basis } = choose(state.request.parameters.offsite, state.facts);
  if (value === 'none' || value.first_self_pay === undefined) return state;
  const part = value.first_self_pay;
  const before = state.basic.slices;
  const slices = before.map(({ cost, ratio }) => ({ cost: subtract(cost, share(cost, part, 'half-up')), ratio }));
  const above = sum(before.map(({ cost }) => cost));
  const amount = subtract(above, sum(slices.map(({ cost }) => cost)));
  const reason = {
    rule: 'first-self-pay',
    title: '异地就医先行自付',
    text: `异地就医先自付${percent(part)}，${yuan(above)}元中个人先负担${yuan(amount)}元。`,
    amount,
    basis,
    value: percent(part),
  };
  return explain(state, reason, { basic: { ...state.basic, slices, ratio: wholeRatio(slices) } });
};

export const firstSelfPay: Step = { run, reads: () => [] };
