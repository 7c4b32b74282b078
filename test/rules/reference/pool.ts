import { costOf, coveredBy, paymentsOf } from './bands.ts';
import type { Capped } from './caps.ts';
import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { ALL_CARE, sumName, sumOf, yearOf } from './sums.ts';
import { leftOf, within, type Visit } from './visit.ts';
import { limitOf, moneyOf, named, ratioOf } from './written-value.ts';

/** Step 4, 统筹基金: what the ratios give, within the caps of the benefit and the pool cap of the year. */
export const poolPayment = (policy: Policy, visit: Visit, capped: Capped): bigint =>
  within(givenBy(capped), poolLeft(policy, visit));

const givenBy = ({ pieces, limit }: Capped): bigint => within(paymentsOf(pieces), limit);

const poolLeft = (policy: Policy, visit: Visit): bigint | undefined => {
  const cap = policy('pool_cap');
  if (cap === undefined) return undefined;
  return leftOf(moneyOf(cap), sumOf(visit.before, sumName('统筹支付', ALL_CARE, yearOf(visit.settled))));
};

/**
 * Step 5, 大额 of 职工: a ratio of the cost above the pool cap. The cost that the pool paid for is taken off first; a
 * cap of the benefit holds for pool and 大额 together.
 */
export const largeExpensePayment = (policy: Policy, visit: Visit, capped: Capped, pool: bigint): bigint => {
  const rule = policy('large_expense');
  if (rule === undefined || pool === givenBy(capped)) return 0n;
  const abovePool = costOf(capped.pieces) - coveredBy(capped.pieces, pool);
  const share = halfUp(times(whole(abovePool), ratioOf(named(rule, 'ratio'))));

  const limit = limitOf(named(rule, 'cap'));
  const paid = sumOf(visit.before, sumName('大额支付', ALL_CARE, yearOf(visit.settled)));
  const withinOwnCap = within(share, limit === undefined ? undefined : leftOf(limit, paid));
  return within(withinOwnCap, capped.limit === undefined ? undefined : leftOf(capped.limit, pool));
};
