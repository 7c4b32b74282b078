import { must } from '../../../kernel/assert.ts';

/** The next number of a stream of chance: 0 or more, below 1. */
export type Draw = () => number;

/** A whole number from `least` to `most`, each as likely. */
export const drawWhole = (draw: Draw, least: number, most: number): number =>
  least + Math.floor(draw() * (most - least + 1));

export const drawOne = <T>(draw: Draw, choices: readonly T[]): T => {
  const chosen = choices[drawWhole(draw, 0, choices.length - 1)];
  must(chosen !== undefined, 'there is something to choose from');
  return chosen;
};

/** A choice and how often it comes, in parts of the sum of all. */
export type Weighted<T> = readonly (readonly [weight: number, choice: T])[];

export const drawWeighted = <T>(draw: Draw, choices: Weighted<T>): T => {
  const all = choices.reduce((sum, [weight]) => sum + weight, 0);
  let left = drawWhole(draw, 1, all);
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left <= 0) return choice;
  }
  must(false, 'the weights add up');
};
