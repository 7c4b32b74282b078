import { laterPeriod, type Period } from '../../../../rules/clearing/period.ts';
import type { Confirmation } from '../../confirmation.ts';
import type { Settlement } from '../../settlement.ts';
import type { ClearedMonth, Withheld } from './records.ts';

/** Rows that are kept out of clearing, by number. */
export type WithheldRows = ReadonlyMap<string, Withheld>;

/** The look-up that says in which month a row was confirmed. */
export type ConfirmedReader = { readonly confirmationsOf: (setl_id: string) => readonly Confirmation[] };

type Row = Pick<Settlement, 'setl_id' | 'refundOf'>;

/** The month in which a row was confirmed; undefined while it is not. */
export const confirmedIn = (reader: ConfirmedReader, setl_id: string): Period | undefined =>
  reader.confirmationsOf(setl_id).find((said) => said.confirmed)?.period;

/**
 * The month in which a row is cleared: that of its confirmation, or a later one into which it was released after its
 * day agreed; undefined while it is not confirmed, or withheld. A refund waits for its settlement.
 */
export const clearedIn = (
  reader: ConfirmedReader,
  { setl_id, refundOf }: Row,
  withheld: WithheldRows,
  confirmed: Period | undefined = confirmedIn(reader, setl_id),
): Period | undefined => {
  const own = released(withheld.get(setl_id), confirmed);
  if (own === undefined || refundOf === undefined) return own;
  const original = clearedIn(reader, { setl_id: refundOf }, withheld);
  return original === undefined ? undefined : laterPeriod(own, original);
};

const released = (stop: Withheld | undefined, confirmed: Period | undefined): Period | undefined => {
  if (!stop || confirmed === undefined) return confirmed;
  return stop.releasedInto === undefined ? undefined : laterPeriod(confirmed, stop.releasedInto);
};

/** The look-up that says which months are collected. */
export type MonthReader = { readonly clearingRecord: (kind: 'month', key: string) => ClearedMonth | undefined };

/** The collected month in which a row is cleared: there it stays. Undefined where it may still be kept out. */
export const frozenIn = (
  reader: ConfirmedReader & MonthReader,
  row: Row,
  withheld: WithheldRows,
): Period | undefined => {
  const period = clearedIn(reader, row, withheld);
  return period !== undefined && reader.clearingRecord('month', period) ? period : undefined;
};
