import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { countedOver, monthOf, sumName, sumOf, yearOf, type SumName } from './sums.ts';
import { leftOf, type Visit } from './visit.ts';
import { moneyOf, named, optional, ratioOf, textOf } from './written-value.ts';

/** The deductible that stands before this visit. */
export type Deductible = {
  /** 起付标准 */
  readonly standard: bigint;
  /** What is still to be paid of it. */
  readonly left: bigint;
  /** Where the payment counts; undefined when it is due anew at each visit. */
  readonly counted: SumName | undefined;
};

/** Step 1: the standard of the place, lowered for certain persons, or another one for 异地就医; less what was paid. */
export const deductibleOf = (policy: Policy, visit: Visit): Deductible => {
  const written = named(policy('deductible'), 'amount');
  const factor = policy('deductible_factor');
  const usual = moneyOf(written);
  const lowered = factor === undefined ? usual : halfUp(times(whole(usual), ratioOf(named(factor, 'factor'))));
  const offsite = optional(policy('offsite'), 'deductible');
  const standard = offsite === undefined ? lowered : moneyOf(offsite);

  const per = textOf(named(policy('deductible'), 'per'));
  if (per === 'visit') return { standard, left: standard, counted: undefined };
  const over = countedOver(textOf(named(policy('deductible'), 'counts')), visit);
  const counted = sumName('已付起付线', over, per === 'year' ? yearOf(visit.settled) : monthOf(visit.settled));
  return { standard, left: leftOf(standard, sumOf(visit.before, counted)), counted };
};
