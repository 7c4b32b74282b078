import { deductionLine, releaseOf } from '../../../../rules/clearing/deduction.ts';
import { lineOf, type ClearingLine } from '../../../../rules/clearing/line.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import { ZERO } from '../../../../kernel/money.ts';
import type { Confirmation } from '../../confirmation.ts';
import type { Settlement } from '../../settlement.ts';
import { clearedIn, type WithheldRows } from './cleared-in.ts';
import type { ClearingKind, ClearingRecords, KeptDeduction } from './records.ts';

/** The look-ups that the lines of a month are made of. */
export type LinesReader = {
  readonly settlement: (book: 'national', setl_id: string) => Settlement | undefined;
  readonly refundsOf: (book: 'national', setl_id: string) => readonly Settlement[];
  readonly confirmationsOf: (setl_id: string) => readonly Confirmation[];
  readonly nationalConfirmed: (period: Period, after: string, limit: number) => readonly Settlement[];
  readonly clearingRecords: <Kind extends ClearingKind>(
    kind: Kind,
    from: string,
    to: string,
  ) => readonly ClearingRecords[Kind][];
};

/** Rows of a page: some milliseconds, so that whoever waits at a counter does not notice. */
export const PAGE = 200;

/** Every key of the records of a kind lies between these two. */
export const ALL_KEYS = ['', '~'] as const;

/**
 * The lines of a month's clearing in pages: rows that their hospitals or provinces have confirmed in it, rows released
 * into it, audit deductions. Once a month is collected its rows are the same for ever.
 */
export function* monthLines(reader: LinesReader, period: Period): Generator<ClearingLine[], void> {
  const withheld: WithheldRows = new Map(
    reader.clearingRecords('withheld', ...ALL_KEYS).map((row) => [row.setl_id, row]),
  );
  const deductions = reader.clearingRecords('deduction', ...ALL_KEYS);
  const lines = (rows: readonly Settlement[]) => rows.flatMap((row) => linesOfRow(reader, row, deductions, period));
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly Settlement[] = reader.nationalConfirmed(period, after, PAGE);
    yield lines(page.filter((row) => clearedIn(row, period, withheld) === period));
    after = page.length < PAGE ? undefined : page.at(-1)?.setl_id;
  }
  yield lines(releasedRows(reader, period, withheld));
  yield deductions.filter((row) => row.period === period).flatMap((row) => deducted(reader, row) ?? []);
}

/** A row and, of a refund, what is given back of the deductions from what it refunds. */
const linesOfRow = (
  reader: LinesReader,
  row: Settlement,
  deductions: readonly KeptDeduction[],
  month: Period,
): ClearingLine[] => {
  const line = lineOf(row);
  if (!line || row.refundOf === undefined) return line ? [line] : [];
  const taken = deductions.filter(({ setl_id }) => setl_id === row.refundOf);
  const given = taken.flatMap((one) => {
    const deduction = deducted(reader, one);
    return deduction ? [releaseOf(deduction, { id: `${one.id}-R`, month })] : [];
  });
  return [line, ...given];
};

/** The line of a deduction that was entered. */
const deducted = (reader: LinesReader, row: KeptDeduction): ClearingLine | undefined => {
  const settlement = reader.settlement('national', row.setl_id);
  const line = settlement && lineOf(settlement);
  const made = line && deductionLine(line, { ...row, month: row.period }, ZERO);
  return made?.ok === true ? made.value : undefined;
};

/** Rows that were confirmed earlier and withheld, and refunds that had to wait for them. */
const releasedRows = (reader: LinesReader, period: Period, withheld: WithheldRows): Settlement[] => {
  const released = [...withheld.values()].filter((row) => row.releasedInto === period);
  const rows = released.flatMap(({ setl_id }) => [
    reader.settlement('national', setl_id) ?? [],
    reader.refundsOf('national', setl_id),
  ]);
  const seen = new Map(rows.flat().map((row) => [row.setl_id, row]));
  return [...seen.values()].filter((row) => {
    const confirmedIn = reader.confirmationsOf(row.setl_id).find((said) => said.confirmed)?.period;
    if (confirmedIn === undefined || confirmedIn >= period) return false;
    return clearedIn(row, confirmedIn, withheld) === period;
  });
};
