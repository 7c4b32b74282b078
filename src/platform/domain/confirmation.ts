import type { Instant } from '../../kernel/civil-time.ts';
import type { Period } from '../../rules/clearing/period.ts';

/**
 * What an institution has said of a settlement or refund in the clearing of a month 异地清分结果确认 (3261): taken into it, or
 * left out of it. Taken back as a whole with the message that said it (3262).
 */
export type Confirmation = {
  readonly setl_id: string;
  readonly period: Period;
  readonly fixmedins_code: string;
  readonly confirmed: boolean;
  /** inf_refmsgid of the 3261, by which 3262 names it. */
  readonly reference: string;
  readonly at: Instant;
};
