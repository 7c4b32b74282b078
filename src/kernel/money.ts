import { printScaled } from './decimal.ts';
import { safeProduct, type Rounding, divideRounded } from './rounding.ts';
import type { Rate } from './rate.ts';

declare const fen: unique symbol;

/** Money 金额 in 分 (1 元 = 100 分): a safe integer, never a float. */
export type Fen = number & { readonly [fen]: true };

/** Takes an integer of 分. Throws when it is not a safe integer: that is a defect, never bad input. */
export const asFen = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount)) throw new Error(`not an amount in 分: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
};

/** No money. */
export const ZERO = asFen(0);

/** The sum of a few amounts. */
export const add = (...amounts: readonly Fen[]): Fen => sum(amounts);

/** The sum of a list of amounts; nothing for an empty list. */
export const sum = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return asFen(total);
};

/** What is left of an amount; below zero when more is taken than there was. */
export const subtract = (from: Fen, amount: Fen): Fen => asFen(from - amount);

/** The same amount the other way round 冲红: what a refund moves. */
export const negate = (amount: Fen): Fen => asFen(-amount);

/** The smallest of several amounts. */
export const least = (first: Fen, ...others: readonly Fen[]): Fen => asFen(Math.min(first, ...others));

/** The part of an amount above zero: what is left of a limit, of a deductible. */
export const atLeastZero = (amount: Fen): Fen => (amount > 0 ? amount : ZERO);

/** amount × rate, fixed to 分 by the named rounding. */
export const share = (amount: Fen, rate: Rate, rounding: Rounding): Fen =>
  asFen(divideRounded(safeProduct(amount, rate), 10_000, rounding));

/** `12345` → `123.45`, the way 元 is printed everywhere. */
export const yuan = (amount: Fen): string => printScaled(amount, 2);

/**
 * Splits a total in proportion to weights (largest remainder 最大余额法, ties to the earlier part): the parts always add
 * up to the total, and none is more than one 分 off its exact share. Throws when a weight is negative or no integer, or
 * when the weights add up to nothing while there is something to split.
 */
export const allocate = (total: Fen, weights: readonly number[]): Fen[] => {
  if (weights.some((weight) => weight < 0)) throw new Error('allocate: a weight is negative');
  const whole = weights.reduce((added, weight) => added + BigInt(weight), 0n);
  if (whole === 0n) {
    if (total !== 0) throw new Error('allocate: nothing to allocate to');
    return weights.map(() => ZERO);
  }
  const parts = weights.map((weight) => {
    const product = BigInt(total) * BigInt(weight);
    const rest = product % whole;
    return { amount: Number(product / whole), rest: rest < 0n ? -rest : rest };
  });
  const left = Math.abs(total - parts.reduce((added, { amount }) => added + amount, 0));
  const largestRestFirst = [...parts].sort((a, b) => (a.rest === b.rest ? 0 : a.rest < b.rest ? 1 : -1));
  for (const part of largestRestFirst.slice(0, left)) part.amount += Math.sign(total);
  return parts.map(({ amount }) => asFen(amount));
};
