import type { Confirmation } from '../confirmation.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { named, type Reversible } from '../reversal.ts';

/** What `confirmedStop` may say. */
export const CONFIRMED_REFUSALS = ['settlement-confirmed', 'refund-confirmed'] as const;

/**
 * What its hospital has confirmed for clearing is not reversed any more: it would vanish from a month that is settled.
 * A refund is the way, whose negative row comes in the next month.
 */
export const confirmedStop = (
  made: Reversible['made'],
  confirmations: readonly Confirmation[],
  by: Party,
): Refusal | undefined => {
  const target = named(made);
  const confirmed = confirmations.find((row) => row.confirmed);
  if (!target || !confirmed) return undefined;
  const name = target.refundOf === undefined ? 'settlement-confirmed' : 'refund-confirmed';
  return refuse(by, name, target.setl_id, confirmed.period);
};
