import { costOf, coveredBy, paymentsOf, type Piece } from './bands.ts';
import type { Allowed } from './caps.ts';
import { halfUp, times, whole } from './fraction.ts';
import type { Policy } from './policy.ts';
import { ALL_CARE, sumName, sumOf, yearOf } from './sums.ts';
import { least, leftOf, within, type Visit } from './visit.ts';
import { limitOf, moneyOf, named, ratioOf } from './written-value.ts';

/** Step 4, 统筹基金: what the ratios give, within the caps of the benefit and the pool cap of the year. */
export const poolPayment = (policy: Policy, visit: Visit, pieces: readonly Piece[], caps: readonly Allowed[]): bigint =>
  within(allowedOf(pieces, caps), poolLeft(policy, visit));

const allowedOf = (pieces: readonly Piece[], caps: readonly Allowed[]): bigint =>
  caps.reduce((payment, cap) => least(payment, cap.payment), caps[0]?.payment ?? paymentsOf(pieces));

const poolLeft = (policy: Policy, visit: Visit): bigint | undefined => {
  const cap = policy('pool_cap');
  if (cap === undefined) return undefined;
  return leftOf(moneyOf(cap), sumOf(visit.before, sumName('统筹支付', ALL_CARE, yearOf(visit.settled))));
};

/**
 * Step 5, 大额 of 职工: a ratio of the cost above the pool cap. The cost that the pool paid for is taken off first; a
 * cap of the benefit holds for pool and 大额 together.
 */
export const largeExpensePayment = (
  policy: Policy,
  visit: Visit,
  pieces: readonly Piece[],
  caps: readonly Allowed[],
  pool: bigint,
): bigint => {
  const rule = policy('large_expense');
  if (rule === undefined || pool >= allowedOf(pieces, caps)) return 0n;
  const tightest = caps.reduce<Allowed | undefined>(
    (best, cap) => (best === undefined || cap.payment < best.payment ? cap : best),
    undefined,
  );
  const inView = tightest?.pieces ?? pieces;
  const abovePool = costOf(inView) - coveredBy(inView, pool);
  const share = halfUp(times(whole(abovePool), ratioOf(named(rule, 'ratio'))));

  const limit = limitOf(named(rule, 'cap'));
  const paid = sumOf(visit.before, sumName('大额支付', ALL_CARE, yearOf(visit.settled)));
  const byOwnCap = within(share, limit === undefined ? undefined : leftOf(limit, paid));
  return caps.reduce(
    (payment, { together }) => within(payment, together === undefined ? undefined : leftOf(together, pool)),
    byOwnCap,
  );
};
