import { add, asFen, atLeastZero, least, share, subtract, sum, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { asRate, percent, type Rate } from '../../kernel/rate.ts';
import { divideRounded, safeProduct } from '../../kernel/rounding.ts';
import type { Bands } from '../policy/values.ts';
import type { Slice } from './state.ts';

/**
 * Cuts an amount that begins at a position of the scale by the bands that it runs through. The first slice is there
 * even when the amount is nothing: a settlement always has a ratio.
 */
export const slice = (bands: Bands, position: Fen, amount: Fen): Slice[] => {
  const end = add(position, amount);
  return bands.flatMap(({ from, ratio }, index) => {
    const next = bands[index + 1]?.from;
    const top = next === undefined ? end : least(end, next);
    const bottom = from > position ? from : position;
    const cost = atLeastZero(subtract(top, bottom));
    const holdsPosition = from <= position && (next === undefined || position < next);
    return cost > ZERO || (amount === ZERO && holdsPosition) ? [{ cost, ratio }] : [];
  });
};

/** What the slices come to: each is rounded half up 四舍五入 once. */
export const payable = (slices: readonly Slice[]): Fen =>
  sum(slices.map(({ cost, ratio }) => share(cost, ratio, 'half-up')));

/** One ratio for the answer: that of the only slice, or what several come to; of nothing that of the first. */
export const wholeRatio = (slices: readonly Slice[]): Rate => {
  const [first] = slices;
  const cost = sum(slices.map((one) => one.cost));
  if (first !== undefined && (slices.length === 1 || cost === ZERO)) return first.ratio;
  return asRate(divideRounded(safeProduct(payable(slices), 10_000), cost, 'half-up'));
};

/** `267.64元按60%计算`, or `300.00元分段计算（100.00元按60%，200.00元按70%）`. */
export const inWords = (slices: readonly Slice[]): string => {
  const parts = slices.map(({ cost, ratio }) => `${yuan(cost)}元按${percent(ratio)}`);
  if (parts.length === 1) return `${parts.join('')}计算`;
  return `${yuan(sum(slices.map(({ cost }) => cost)))}元分段计算（${parts.join('，')}）`;
};

/**
 * The slices up to an amount of cost; what lies beyond at another ratio, or not at all. The first slice stays, if only
 * with nothing: a settlement always has a ratio.
 */
export const cutAt = (slices: readonly Slice[], cost: Fen, beyond: Rate | undefined): Slice[] => {
  let left = cost;
  const kept = slices.map((one) => {
    const within = least(one.cost, left);
    left = subtract(left, within);
    return { ...one, cost: within };
  });
  const over = subtract(sum(slices.map((one) => one.cost)), sum(kept.map((one) => one.cost)));
  const full = kept.filter((one, index) => one.cost > ZERO || index === 0);
  return beyond === undefined || over === ZERO ? full : [...full, { cost: over, ratio: beyond }];
};

/** How much cost a payment covers, from the bottom of the slices on; rounded half up within the last one. */
export const costCovered = (slices: readonly Slice[], payment: Fen): Fen => {
  let left = payment;
  let covered = ZERO;
  for (const { cost, ratio } of slices) {
    const full = share(cost, ratio, 'half-up');
    if (left < full) return add(covered, asFen(divideRounded(safeProduct(left, 10_000), ratio, 'half-up')));
    left = subtract(left, full);
    covered = add(covered, cost);
  }
  return covered;
};
