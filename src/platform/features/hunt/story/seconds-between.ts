import { instantOf, type CivilDateTime } from '../../../../kernel/civil-time.ts';

/** Whole seconds from one civil time to another; none for the same or an earlier one. */
export const secondsBetween = (from: CivilDateTime, to: CivilDateTime): number =>
  Math.max(0, Math.round((instantOf(to) - instantOf(from)) / 1_000));
