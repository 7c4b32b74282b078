import { costOf, coveredBy, firstOf, paymentsOf, type Piece } from './bands.ts';
import { halfUp, times, whole } from './fraction.ts';
import { poolBaseOf } from './pool-base.ts';
import type { Policy } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { yearCapAmount } from './several-diseases.ts';
import { countedOver, monthOf, sumName, sumOf, yearOf, type SumName } from './sums.ts';
import { least, leftOf, type Visit } from './visit.ts';
import { moneyOf, named, optional, ratioOf, textOf } from './written-value.ts';

/** What a yearly or monthly cap lets the pool pay for a visit. */
export type Allowed = {
  readonly payment: bigint;
  /** What pool and 大额 may pay together; undefined when the cap limits the cost or goes on with another ratio. */
  readonly together: bigint | undefined;
  /** The cost that the cap leaves in view, and how it is paid. */
  readonly pieces: readonly Piece[];
  /** What the cap counts, and where. */
  readonly counted: SumName;
};

type CapName = 'year_cap' | 'month_cap';

/** Step 4, the caps of the benefit: one look at the year, one at the month; the place may have none. */
export const capsOf = (
  files: readonly PolicyFile[],
  policy: Policy,
  visit: Visit,
  pieces: readonly Piece[],
  deductibleLeft: bigint,
): readonly Allowed[] => {
  const names: readonly CapName[] = ['year_cap', 'month_cap'];
  return names
    .filter((name) => policy(name) !== undefined)
    .map((name) => allowedBy(files, policy, visit, pieces, deductibleLeft, name));
};

const allowedBy = (
  files: readonly PolicyFile[],
  policy: Policy,
  visit: Visit,
  pieces: readonly Piece[],
  deductibleLeft: bigint,
  name: CapName,
): Allowed => {
  const cap = policy(name);
  const amount = name === 'year_cap' ? yearCapAmount(files, policy, visit) : moneyOf(named(cap, 'amount'));
  const onCost = optional(cap, 'on') === 'cost';
  const over = countedOver(textOf(named(cap, 'counts')), visit);
  const period = name === 'year_cap' ? yearOf(visit.settled) : monthOf(visit.settled);
  const counted = sumName(onCost ? '政策范围内费用' : '统筹支付', over, period);
  const left = leftOf(amount, sumOf(visit.before, counted));

  // How much of the cost above the deductible lies within the cap.
  const costWithin = onCost
    ? poolBaseOf(policy, least(visit.cost.inScope, left), deductibleLeft).base
    : coveredBy(pieces, left);
  const inside = onCost ? paymentsOf(firstOf(pieces, costWithin)) : least(paymentsOf(pieces), left);

  const above = optional(cap, 'above');
  if (above === undefined) {
    const inView = onCost ? firstOf(pieces, costWithin) : pieces;
    return { payment: inside, together: onCost ? undefined : left, pieces: inView, counted };
  }
  const beyond = { cost: costOf(pieces) - costWithin, ratio: ratioOf(above) };
  const payment = inside + halfUp(times(whole(beyond.cost), beyond.ratio));
  const goingOn = beyond.cost > 0n ? [...firstOf(pieces, costWithin), beyond] : pieces;
  return { payment, together: undefined, pieces: goingOn, counted };
};
