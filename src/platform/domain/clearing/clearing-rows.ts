import { reach } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import { addPeriods, firstDayOf, lastDayOf, periodOf, type Period } from '../../../rules/clearing/period.ts';
import { standingOf, standingOfRefund, type Standing, type Windows } from '../../../rules/clearing/standing.ts';
import type { Confirmation } from '../confirmation.ts';
import type { Settlement } from '../settlement.ts';

/** The look-ups that clearing is made of. */
export type ClearingReader = {
  readonly settlement: (book: 'treatment', setl_id: string) => Settlement | undefined;
  readonly settlementsOfInstitution: (fixmedins_code: string, from: CivilDate, to: CivilDate) => readonly Settlement[];
  readonly confirmationsOf: (setl_id: string) => readonly Confirmation[];
  readonly confirmations: (fixmedins_code: string, from: Period, to: Period) => readonly Confirmation[];
};

/** A settlement or refund of somebody insured elsewhere, and where it stands in the clearing of its institution. */
export type ClearingRow = {
  readonly settlement: Settlement;
  readonly standing: Standing;
  readonly confirmations: readonly Confirmation[];
  /** Of a refund: where the settlement stands that it takes back. */
  readonly original?: Standing;
};

/** Reversed is as if it never was; who is insured here is paid for by other ways. */
export const isCleared = ({ state, mdtrtarea, insuplc }: Settlement): boolean =>
  state !== 'reversed' && reach(mdtrtarea, insuplc) !== 'local';

type Lookup = (setl_id: string) => readonly Confirmation[];

const rowOf =
  (reader: ClearingReader, saidOf: Lookup, today: CivilDate, windows: Windows) =>
  (settlement: Settlement): ClearingRow => {
    const confirmations = saidOf(settlement.setl_id);
    const month = periodOf(settlement.setl_time);
    if (settlement.refundOf === undefined) {
      return { settlement, confirmations, standing: standingOf(month, confirmations, today, windows) };
    }
    const refunded = reader.settlement('treatment', settlement.refundOf);
    const since = refunded ? periodOf(refunded.setl_time) : month;
    const original = standingOf(since, reader.confirmationsOf(settlement.refundOf), today, windows);
    const standing = standingOfRefund(month, confirmations, original, today, windows);
    return { settlement, confirmations, standing, original };
  };

/** One row by its number; undefined for what is not in the clearing of this institution. */
export const clearingRow = (
  reader: ClearingReader,
  fixmedins_code: string,
  setl_id: string,
  today: CivilDate,
  windows: Windows,
): ClearingRow | undefined => {
  const settlement = reader.settlement('treatment', setl_id);
  if (settlement?.fixmedins_code !== fixmedins_code || !isCleared(settlement)) return undefined;
  return rowOf(reader, reader.confirmationsOf, today, windows)(settlement);
};

/** What an institution has said, by settlement, as far as it can concern rows of these months. */
const saidIn = (reader: ClearingReader, fixmedins_code: string, { from, to }: Periods, far: number): Lookup => {
  const said = new Map<string, Confirmation[]>();
  for (const row of reader.confirmations(fixmedins_code, addPeriods(from, -far), addPeriods(to, far))) {
    said.set(row.setl_id, [...(said.get(row.setl_id) ?? []), row]);
  }
  return (setl_id) => said.get(setl_id) ?? [];
};

/** All rows of an institution that were settled on these days, both included, by time. */
export const rowsOfDays = (
  reader: ClearingReader,
  fixmedins_code: string,
  first: CivilDate,
  last: CivilDate,
  today: CivilDate,
  windows: Windows,
): ClearingRow[] => {
  const months = { from: periodOf(first), to: periodOf(last) };
  const saidOf = saidIn(reader, fixmedins_code, months, 2 * windows.carryOver);
  return reader
    .settlementsOfInstitution(fixmedins_code, first, last)
    .filter(isCleared)
    .map(rowOf(reader, saidOf, today, windows));
};

/** Months of clearing, both included. */
export type Periods = { readonly from: Period; readonly to: Period };

/**
 * All rows of an institution in some months, by time: of those months, and carried over from those before (a refund
 * waits with its settlement first, then on its own, so twice as long).
 */
export const clearingRows = (
  reader: ClearingReader,
  fixmedins_code: string,
  { from, to }: Periods,
  today: CivilDate,
  windows: Windows,
): ClearingRow[] => {
  const first = firstDayOf(addPeriods(from, -2 * windows.carryOver));
  return rowsOfDays(reader, fixmedins_code, first, lastDayOf(to), today, windows).filter(
    ({ standing }) => from <= standing.period && standing.period <= to,
  );
};
