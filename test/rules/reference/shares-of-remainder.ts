import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { ALL_CARE, sumName, sumOf, yearOf, type Summed } from './sums.ts';
import { leftOf, within, type Visit } from './visit.ts';
import { limitOf, moneyOf, named, optional, ratioOf } from './written-value.ts';

/** Steps 6 and 7: a share of what is left in scope, within a yearly limit where the place has one. */
export const shareOfRemainder = (
  policy: Policy,
  visit: Visit,
  parameter: 'civil_servant' | 'employer_supplement' | 'disabled_soldier' | 'preferential',
  paidSum: Summed,
  remainder: bigint,
): bigint => {
  const rule = policy(parameter);
  if (rule === undefined) return 0n;
  const share = halfUp(times(whole(remainder), ratioOf(named(rule, 'ratio'))));
  const limit = limitOf(optional(rule, 'cap') ?? 'none');
  const paid = sumOf(visit.before, sumName(paidSum, ALL_CARE, yearOf(visit.settled)));
  return within(share, limit === undefined ? undefined : leftOf(limit, paid));
};

/** Step 8, 医疗救助: a share of what the year's in-scope remainder exceeds the threshold by. */
export const assistanceOf = (
  policy: Policy,
  visit: Visit,
  remainder: bigint,
): { readonly base: bigint; readonly payment: bigint } => {
  const rule = policy('assistance');
  if (rule === undefined) return { base: 0n, payment: 0n };
  const year = yearOf(visit.settled);
  const threshold = moneyOf(named(rule, 'threshold'));
  const before = sumOf(visit.before, sumName('救助基数', ALL_CARE, year));
  const excessBefore = before > threshold ? before - threshold : 0n;
  const excessAfter = before + remainder > threshold ? before + remainder - threshold : 0n;
  const share = halfUp(times(whole(excessAfter - excessBefore), ratioOf(named(rule, 'ratio'))));
  const limit = limitOf(named(rule, 'cap'));
  const paid = sumOf(visit.before, sumName('救助支付', ALL_CARE, year));
  return { base: remainder, payment: within(share, limit === undefined ? undefined : leftOf(limit, paid)) };
};
