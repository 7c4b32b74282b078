import { yuan } from '../../kernel/money.ts';
import { clamp, percent } from '../../kernel/rate.ts';
import { choose } from '../policy/case.ts';
import { inWords, payable, wholeRatio } from './bands.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/** Points that age or identity put on the ratio 支付比例提高, before any discount of 异地就医; at most the whole is paid. */
const run = (state: State): State => {
  const cases = state.request.parameters.ratio_bonus;
  if (cases === undefined) return state;
  const { value, basis } = choose(cases, state.facts);
  if (value === 'none') return state;
  const slices = state.basic.slices.map(({ cost, ratio }) => ({ cost, ratio: clamp(ratio + value.points) }));
  const ratio = wholeRatio(slices);
  const points = percent(value.points).slice(0, -1);
  const reason = {
    rule: 'ratio-bonus',
    title: '支付比例提高',
    text: `按年龄或身份提高${points}个百分点：${inWords(slices)}，应支付${yuan(payable(slices))}元。`,
    amount: payable(slices),
    basis,
    value: `${points}个百分点`,
  };
  return explain(state, reason, { basic: { ...state.basic, slices, ratio, basis } });
};

export const ratioBonus: Step = { run, reads: () => [] };
