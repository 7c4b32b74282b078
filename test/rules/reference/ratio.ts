import { bandsOf, type Band } from './bands.ts';
import { larger, minus, NOTHING, ONE, plus, smaller, times, type Fraction } from './fraction.ts';
import type { Policy } from './policy.ts';
import { named, optional, ratioOf } from './written-value.ts';

/** Step 3: base ratio by band → bonus → points off or factor of 异地就医 → not below nothing, not above the whole. */
export const ratiosOf = (policy: Policy): readonly Band[] => {
  const written = policy('ratio');
  if (written === undefined) throw new Error('a policy has a ratio');
  return bandsOf(written).map(({ from, ratio }) => ({ from, ratio: awayFromHome(policy, withBonus(policy, ratio)) }));
};

const withBonus = (policy: Policy, ratio: Fraction): Fraction => {
  const bonus = policy('ratio_bonus');
  return bonus === undefined ? ratio : smaller(ONE, plus(ratio, ratioOf(named(bonus, 'points'))));
};

const awayFromHome = (policy: Policy, ratio: Fraction): Fraction => {
  const offsite = policy('offsite');
  const points = optional(offsite, 'points');
  const factor = optional(offsite, 'factor');
  const lessPoints = points === undefined ? ratio : minus(ratio, ratioOf(points));
  const timesFactor = factor === undefined ? lessPoints : times(lessPoints, ratioOf(factor));
  return smaller(ONE, larger(NOTHING, timesFactor));
};
