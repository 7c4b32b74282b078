import { laterPeriod, type Period } from '../../../../rules/clearing/period.ts';
import type { Settlement } from '../../settlement.ts';
import type { Withheld } from './records.ts';

/** Rows that are kept out of clearing, by number. */
export type WithheldRows = ReadonlyMap<string, Withheld>;

/**
 * The month in which a confirmed row is cleared: that of its confirmation, or a later one into which it was released
 * after its day agreed; undefined while it is withheld. A refund waits for its settlement.
 */
export const clearedIn = (
  { setl_id, refundOf }: Pick<Settlement, 'setl_id' | 'refundOf'>,
  confirmedIn: Period,
  withheld: WithheldRows,
): Period | undefined => {
  const stops = [withheld.get(setl_id), refundOf === undefined ? undefined : withheld.get(refundOf)];
  return stops.reduce<Period | undefined>((period, stop) => {
    if (!stop || period === undefined) return period;
    return stop.releasedInto === undefined ? undefined : laterPeriod(period, stop.releasedInto);
  }, confirmedIn);
};
