import type { Piece } from './bands.ts';
import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { least } from './visit.ts';
import { optional, ratioOf } from './written-value.ts';

/** What the pool looks at of a cost in scope: first the deductible, then the first self-pay of 异地就医 (step 2). */
export type PoolBase = { readonly deductible: bigint; readonly above: bigint; readonly base: bigint };

export const poolBaseOf = (policy: Policy, inScope: bigint, deductibleLeft: bigint): PoolBase => {
  const deductible = least(inScope, deductibleLeft);
  const above = inScope - deductible;
  return { deductible, above, base: above - firstSelfPayOf(policy, above) };
};

const firstSelfPayOf = (policy: Policy, cost: bigint): bigint => {
  const share = optional(policy('offsite'), 'first_self_pay');
  return share === undefined ? 0n : halfUp(times(whole(cost), ratioOf(share)));
};

/** The pieces without the part that the person pays first. */
export const lessFirstSelfPay = (policy: Policy, pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map(({ cost, ratio }) => ({ cost: cost - firstSelfPayOf(policy, cost), ratio }));
