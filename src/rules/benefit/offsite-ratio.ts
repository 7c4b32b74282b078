import { yuan } from '../../kernel/money.ts';
import { asRate, clamp, percent, type Rate } from '../../kernel/rate.ts';
import { divideRounded, safeProduct } from '../../kernel/rounding.ts';
import { choose, type Filing } from '../policy/case.ts';
import type { Offsite } from '../policy/values.ts';
import { inWords, payable, wholeRatio } from './bands.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

const COMING: Readonly<Record<Filing, string>> = {
  local: '本地',
  resident: '异地长期居住',
  referral: '异地转诊',
  emergency: '异地急诊抢救',
  other: '其他临时外出',
};

/**
 * Mechanisms (a) and (b) of 异地就医: points off the ratio, or a factor on it. "下浮10%" may mean either, so the policy file
 * names the one that is meant.
 */
const run = (state: State): State => {
  const { value, basis } = choose(state.request.parameters.offsite, state.facts);
  if (value === 'none' || (value.points === undefined && value.factor === undefined)) return state;
  const slices = state.basic.slices.map(({ cost, ratio }) => ({ cost, ratio: lowered(ratio, value) }));
  const ratio = wholeRatio(slices);
  const reason = {
    rule: 'offsite-ratio',
    title: '异地就医支付比例',
    text: `${COMING[state.facts.filing]}，${mechanism(value)}：${inWords(slices)}，应支付${yuan(payable(slices))}元。`,
    amount: payable(slices),
    basis,
    value: percent(ratio),
  };
  return explain(state, reason, { basic: { ...state.basic, slices, ratio, basis } });
};

const lowered = (ratio: Rate, { points, factor }: Offsite): Rate => {
  if (points !== undefined) return clamp(ratio - points);
  if (factor === undefined) return ratio;
  return asRate(divideRounded(safeProduct(ratio, factor), 10_000, 'half-up'));
};

const mechanism = ({ points, factor }: Offsite): string => {
  if (points !== undefined) return `支付比例下降${percent(points).slice(0, -1)}个百分点`;
  return factor === undefined ? '支付比例不变' : `按正常支付比例的${percent(factor)}`;
};

export const offsiteRatio: Step = { run, reads: () => [] };
