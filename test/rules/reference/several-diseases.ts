import { halfUp, times, whole } from './fraction.ts';
import { policyOf, type Policy } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import type { Visit } from './visit.ts';
import { limitOf, moneyOf, named, optional, ratioOf, textOf } from './written-value.ts';

/**
 * The yearly cap of the visit. A person whose several diseases count together has the highest of their caps, and what
 * the place adds: a sum, a sum for each further disease up to a most, or a share of the second highest cap.
 */
export const yearCapAmount = (files: readonly PolicyFile[], policy: Policy, visit: Visit): bigint => {
  const own = moneyOf(named(policy('year_cap'), 'amount'));
  const rule = policy('several_diseases');
  const counts = textOf(named(policy('year_cap'), 'counts'));
  if (rule === undefined || counts === 'disease' || visit.disease === undefined) return own;

  const others = visit.person.diseases.filter((disease) => disease !== visit.disease);
  const caps = [own];
  for (const disease of new Set(others)) {
    const cap = policyOf(files, { ...visit, disease })('year_cap');
    if (cap !== undefined && textOf(named(cap, 'counts')) === counts) caps.push(moneyOf(named(cap, 'amount')));
  }
  if (caps.length === 1) return own;
  const [highest = 0n, second = 0n] = caps.sort((a, b) => (a < b ? 1 : -1));

  const plusOnce = optional(rule, 'plus');
  if (plusOnce !== undefined) return highest + moneyOf(plusOnce);
  const share = optional(rule, 'second_share');
  if (share !== undefined) return highest + halfUp(times(whole(second), ratioOf(share)));
  const grown = highest + moneyOf(named(rule, 'plus_each')) * BigInt(caps.length - 1);
  const most = limitOf(named(rule, 'most'));
  // A most below the highest cap takes nothing away from it.
  if (most === undefined || grown <= most) return grown;
  return highest < most ? most : highest;
};
