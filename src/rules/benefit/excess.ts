import { add, atLeastZero, subtract, type Fen } from '../../kernel/money.ts';

/** The part of what is added now that lies above a yearly threshold, and where that part begins above it. */
export type Excess = { readonly position: Fen; readonly amount: Fen };

/** Threshold 10000, 9000 counted before, 3000 added now → 2000 of it, from position 0. */
export const excessOver = (threshold: Fen, countedBefore: Fen, addedNow: Fen): Excess => {
  const position = atLeastZero(subtract(countedBefore, threshold));
  const end = atLeastZero(subtract(add(countedBefore, addedNow), threshold));
  return { position, amount: subtract(end, position) };
};
