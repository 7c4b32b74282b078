import { parseScaled, printScaled } from './decimal.ts';

declare const rate: unique symbol;

/** A ratio 比例 in 1/10,000: 8200 is 82 %. What the wire prints as N(5,4). */
export type Rate = number & { readonly [rate]: true };

/** Takes an integer of 1/10,000. Throws when it is not a safe integer. */
export const asRate = (units: number): Rate => {
  if (!Number.isSafeInteger(units)) throw new Error(`not a rate in 1/10,000: ${units}`);
  return units as Rate;
};

export const NOTHING = asRate(0);
export const WHOLE = asRate(10_000);

/** `0.82` or `82%` as printed in a policy → 8200. Undefined when it is no number or finer than 1/10,000. */
export const parseRate = (text: string): Rate | undefined => {
  const percent = text.endsWith('%');
  const units = parseScaled(percent ? text.slice(0, -1) : text, percent ? 2 : 4);
  return units === undefined ? undefined : asRate(units);
};

/** 8200 → `82%`, 8250 → `82.5%`: for people. */
export const percent = (value: Rate): string => `${printScaled(value, 2).replace(/\.?0+$/, '')}%`;

/** A rate kept between nothing and the whole. */
export const clamp = (value: number): Rate => asRate(Math.min(WHOLE, Math.max(NOTHING, value)));
