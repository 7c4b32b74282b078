import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { least } from './visit.ts';
import { optional, ratioOf } from './written-value.ts';

/** What the pool looks at of a cost in scope: first the deductible, then the first self-pay of 异地就医 (step 2). */
export type PoolBase = { readonly deductible: bigint; readonly firstSelfPay: bigint; readonly base: bigint };

export const poolBaseOf = (policy: Policy, inScope: bigint, deductibleLeft: bigint): PoolBase => {
  const deductible = least(inScope, deductibleLeft);
  const above = inScope - deductible;
  const share = optional(policy('offsite'), 'first_self_pay');
  const firstSelfPay = share === undefined ? 0n : halfUp(times(whole(above), ratioOf(share)));
  return { deductible, firstSelfPay, base: above - firstSelfPay };
};
