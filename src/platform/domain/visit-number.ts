import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Settlement } from './settlement.ts';

/**
 * Why nothing more can be settled under a visit number 就诊顺序号: every settlement of a visit has a new one, also after a
 * refund or a reversal. Nothing is used up by an attempt that was refused, and by one of unknown outcome only where it
 * turns out to have succeeded.
 */
export const visitNumberStop = (underIt: readonly Settlement[], by: Party): Refusal | undefined => {
  const settlements = underIt.filter((row) => row.refundOf === undefined);
  if (settlements.some((row) => row.state === 'effective')) return refuse(by, 'visit-number-used');
  return settlements.length > 0 ? refuse(by, 'visit-number-spent') : undefined;
};
