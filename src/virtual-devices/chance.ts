import { drawOf } from '../kernel/fault/draw.ts';

/** Chance that goes the same way for the same seed. */
export const seededChance = (seed: string): (() => number) => {
  let drawn = 0;
  return () => {
    drawn += 1;
    return drawOf(seed, 'devices', '', drawn);
  };
};
