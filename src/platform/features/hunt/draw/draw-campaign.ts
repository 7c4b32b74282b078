import { must } from '../../../../kernel/assert.ts';
import { drawOf } from '../../../../kernel/fault/draw.ts';
import type { Campaign, FaultRule, Schedule } from '../campaign.ts';
import { PATIENTS } from './patients.ts';
import { WEIGHTED_KINDS, type WeightedKind } from './weighted-kinds.ts';

/** Numbers from 0 to below 1 of one campaign, each by its name: adding one changes no other. */
type Dice = (name: string) => number;

/** More firings than a window that keeps on makes tries would be no fair trial. */
const MOST_FIRINGS = 3;

/** Firings of what outlasts a window. The reversal that helps is never struck by it. */
const LONG = 8;

/** Campaign number n of a seed. */
export const drawCampaign = (seed: string, n: number): Campaign => {
  const dice: Dice = (name) => drawOf(seed, 'hunt', name, n);
  const count = oneOf(dice('count'), [1, 1, 1, 2, 2, 3]);
  return {
    seed,
    n,
    patient: oneOf(dice('patient'), PATIENTS),
    boxes: 1 + Math.floor(dice('boxes') * 4),
    faults: Array.from({ length: count }, (_, index) => drawFault((name) => dice(`fault ${index} ${name}`), seed)),
  };
};

const drawFault = (dice: Dice, seed: string): FaultRule => {
  const drawn = weighted(dice('kind'));
  const parameters = Object.entries(drawn.with ?? {}).map(([name, values]) => [name, oneOf(dice(name), values)]);
  const long = drawn.outlasts === true && dice('long') < 0.5;
  return {
    kind: drawn.kind,
    when: { infno: oneOf(dice('of'), drawn.of) },
    schedule: long ? { first: LONG } : scheduleOf(dice, seed),
    ...(drawn.scopes && { scope: oneOf(dice('scope'), drawn.scopes) }),
    ...(parameters.length > 0 && { with: Object.fromEntries(parameters) as NonNullable<FaultRule['with']> }),
    count: long ? LONG : 1 + Math.floor(dice('firings') * MOST_FIRINGS),
  };
};

const scheduleOf = (dice: Dice, seed: string): Schedule => {
  const size = 1 + Math.floor(dice('size') * 3);
  const schedules: readonly Schedule[] = [
    { nth: 1 },
    { nth: size },
    { first: size },
    { every: size },
    { rate: 0.5, seed: `${seed}-${size}` },
  ];
  return oneOf(dice('schedule'), schedules);
};

const TOTAL = WEIGHTED_KINDS.reduce((total, { weight }) => total + weight, 0);

const weighted = (draw: number): WeightedKind => {
  let left = draw * TOTAL;
  const found = WEIGHTED_KINDS.find(({ weight }) => (left -= weight) < 0);
  must(found, 'a draw is below 1');
  return found;
};

const oneOf = <T>(draw: number, list: readonly T[]): T => {
  const one = list[Math.floor(draw * list.length)];
  must(one !== undefined, 'a draw is below 1');
  return one;
};
