import type { CivilDate } from '../../kernel/civil-time.ts';

/** How long an accumulator counts before it starts again from nothing. */
export type Cycle = 'year' | 'month';

/** `yyyy` of a year, `yyyyMM` of a month. */
export type Period = string;

/**
 * The days that a rule may ask for. The day of settlement 结算时间 picks the period; the day of treatment does not, so a
 * December visit settled in January counts in the new year. Sandbox: no rule was found.
 */
export type AsOf = { readonly settlement: CivilDate };

/** The period in which a settlement counts. A refund never asks again: it negates the deltas of its original. */
export const periodOf = (cycle: Cycle, asOf: AsOf): Period =>
  cycle === 'year' ? asOf.settlement.slice(0, 4) : asOf.settlement.slice(0, 4) + asOf.settlement.slice(5, 7);
