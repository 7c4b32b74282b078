import { add, negate, ZERO, type Fen } from '../../kernel/money.ts';
import { accumulatorKey, usedOf, type Accumulator, type Used } from './accumulator.ts';

/** By how much a settlement moves one accumulator. */
export type Delta = Accumulator & { readonly amount: Fen };

/** The movement of an accumulator by an amount. */
export const deltaOf = ({ cum_type_code, period }: Accumulator, amount: Fen): Delta => ({
  cum_type_code,
  period,
  amount,
});

/** Keeps what moves something: a delta of nothing is no delta. */
export const moving = (deltas: readonly Delta[]): Delta[] => deltas.filter((delta) => delta.amount !== ZERO);

/** Every accumulator once, moved by all that its deltas come to. */
export const merged = (deltas: readonly Delta[]): Delta[] => {
  const sums = new Map<string, Delta>();
  for (const delta of deltas) {
    const before = sums.get(accumulatorKey(delta));
    sums.set(accumulatorKey(delta), deltaOf(delta, add(before?.amount ?? ZERO, delta.amount)));
  }
  return [...sums.values()];
};

/** The deltas of a refund: the same accumulators and periods as the original, whenever the refund happens. */
export const negateDeltas = (deltas: readonly Delta[]): Delta[] =>
  deltas.map((delta) => deltaOf(delta, negate(delta.amount)));

/** What has been used after the deltas. */
export const applyDeltas = (used: Used, deltas: readonly Delta[]): Used => {
  const after: Record<string, Fen> = { ...used };
  for (const delta of deltas) after[accumulatorKey(delta)] = add(usedOf(after, delta), delta.amount);
  return after;
};
