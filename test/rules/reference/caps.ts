import { costOf, coveredBy, firstOf, type Piece } from './bands.ts';
import { poolBaseOf } from './pool-base.ts';
import type { Policy } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { yearCapAmount } from './several-diseases.ts';
import { countedOver, monthOf, sumName, sumOf, yearOf, type SumName } from './sums.ts';
import { least, leftOf, within, type Visit } from './visit.ts';
import { moneyOf, named, optional, ratioOf, textOf } from './written-value.ts';

/** What the caps of the benefit leave of a visit. */
export type Capped = {
  /** The cost in view, and the ratio of each piece. */
  readonly pieces: readonly Piece[];
  /** What pool and 大额 may pay together; undefined = as much as the pieces give. */
  readonly limit: bigint | undefined;
  /** The sums that the caps look at. */
  readonly counted: readonly SumName[];
};

/** What is known of a visit before its caps. */
export type BeforeCaps = { readonly pieces: readonly Piece[]; readonly deductibleLeft: bigint };

/** Step 4, the caps of the benefit: that of the year first, then that of the month on what the first one left. */
export const cappedBy = (files: readonly PolicyFile[], policy: Policy, visit: Visit, before: BeforeCaps): Capped => {
  const { deductibleLeft } = before;
  let capped: Capped = { pieces: before.pieces, limit: undefined, counted: [] };
  if (policy('year_cap') !== undefined) {
    const amount = yearCapAmount(files, policy, visit);
    capped = withCap(policy, visit, deductibleLeft, capped, {
      name: 'year_cap',
      amount,
      period: yearOf(visit.settled),
    });
  }
  if (policy('month_cap') !== undefined) {
    const amount = moneyOf(named(policy('month_cap'), 'amount'));
    const period = monthOf(visit.settled);
    capped = withCap(policy, visit, deductibleLeft, capped, { name: 'month_cap', amount, period });
  }
  return capped;
};

type Cap = { readonly name: 'year_cap' | 'month_cap'; readonly amount: bigint; readonly period: string };

const withCap = (
  policy: Policy,
  visit: Visit,
  deductibleLeft: bigint,
  { pieces, limit, counted }: Capped,
  { name, amount, period }: Cap,
): Capped => {
  const cap = policy(name);
  const onCost = optional(cap, 'on') === 'cost';
  const above = optional(cap, 'above');
  const over = countedOver(textOf(named(cap, 'counts')), visit);
  const sum = sumName(onCost ? '政策范围内费用' : '统筹支付', over, period);
  const left = leftOf(amount, sumOf(visit.before, sum));
  const all = [...counted, sum];

  // The plain cap: so much may be paid.
  if (!onCost && above === undefined) return { pieces, limit: within(left, limit), counted: all };

  // A cap on cost looks at the in-scope cost up to itself as if there were no more: deductible and first self-pay come
  // off within it. A cap on payment with a ratio above reaches as far as its payment does.
  const inside = onCost
    ? poolBaseOf(policy, least(visit.cost.inScope, left), deductibleLeft).base
    : coveredBy(pieces, left);
  const first = firstOf(pieces, inside);
  const beyond = costOf(pieces) - costOf(first);
  const more = above === undefined || beyond === 0n ? [] : [{ cost: beyond, ratio: ratioOf(above) }];
  return { pieces: [...first, ...more], limit, counted: all };
};
