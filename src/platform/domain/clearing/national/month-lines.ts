import { deductionLine, releaseOf } from '../../../../rules/clearing/deduction.ts';
import { lineOf, type ClearingLine } from '../../../../rules/clearing/line.ts';
import { laterPeriod, type Period } from '../../../../rules/clearing/period.ts';
import type { Tally } from '../../../../rules/clearing/table.ts';
import { ZERO } from '../../../../kernel/money.ts';
import type { Confirmation } from '../../confirmation.ts';
import type { Settlement } from '../../settlement.ts';
import { clearedIn, confirmedIn, type WithheldRows } from './cleared-in.ts';
import type { KeptDeduction, RecordReader } from './records.ts';

/** The look-ups that the lines of a month are made of. */
export type LinesReader = Pick<RecordReader, 'clearingRecords'> & {
  readonly settlement: (book: 'national', setl_id: string) => Settlement | undefined;
  readonly refundsOf: (book: 'national', setl_id: string) => readonly Settlement[];
  readonly confirmationsOf: (setl_id: string) => readonly Confirmation[];
  readonly nationalConfirmed: (period: Period, after: string, limit: number) => readonly Settlement[];
};

/** Rows of a page: some milliseconds, so that whoever waits at a counter does not notice. */
export const PAGE = 200;

/** Every key of the records of a kind lies between these two. */
export const ALL_KEYS = ['', '~'] as const;

/** The lines of a month's clearing in pages: its rows, then what audits took off. */
export function* monthLines(reader: LinesReader, period: Period): Generator<ClearingLine[], void> {
  yield* rowLines(reader, period);
  yield deductionLines(reader, period);
}

/**
 * The lines of the rows that their hospitals or provinces have confirmed in a month, and of those released into it.
 * Once a month is collected they are the same for ever.
 */
export function* rowLines(reader: LinesReader, period: Period): Generator<ClearingLine[], void> {
  const withheld = withheldRows(reader);
  const deductions = reader.clearingRecords('deduction', ...ALL_KEYS);
  const lines = (rows: readonly Settlement[]) => rows.flatMap((row) => linesOfRow(reader, row, deductions, period));
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly Settlement[] = reader.nationalConfirmed(period, after, PAGE);
    const mine = page.filter((row) => clearedIn(reader, row, withheld, period) === period);
    yield lines([...mine, ...mine.flatMap((row) => waitingRefunds(reader, row, withheld, period))]);
    after = page.length < PAGE ? undefined : page.at(-1)?.setl_id;
  }
  yield lines(releasedRows(reader, period, withheld));
}

/** Adds the rows of a month up, page by page; their deductions are for the turn in which the sum is written. */
export function* tallyRows(reader: LinesReader, period: Period, tally: Tally): Generator<void, void> {
  for (const lines of rowLines(reader, period)) {
    for (const line of lines) tally.add(line);
    yield;
  }
}

/**
 * The lines of the audit deductions of a month. Until its table is generated more of them may be entered: whoever adds
 * them up reads them in the turn in which he writes the sum.
 */
export const deductionLines = (reader: LinesReader, period: Period): ClearingLine[] => {
  const withheld = withheldRows(reader);
  const rows = reader
    .clearingRecords('deduction', ...ALL_KEYS)
    .filter((row) => row.pending !== true && row.period <= period && takenIn(reader, row, withheld) === period);
  return linesOf(reader, rows);
};

/** The lines of some deductions, in whatever month. */
export const linesOf = (reader: LinesReader, rows: readonly KeptDeduction[]): ClearingLine[] =>
  rows.flatMap((row) => deducted(reader, row) ?? []);

/** The month of a deduction: never ahead of what it is taken off. */
const takenIn = (
  reader: LinesReader,
  { setl_id, period }: KeptDeduction,
  withheld: WithheldRows,
): Period | undefined => {
  const cleared = clearedIn(reader, { setl_id }, withheld);
  return cleared === undefined ? undefined : laterPeriod(cleared, period);
};

const withheldRows = (reader: LinesReader): WithheldRows =>
  new Map(reader.clearingRecords('withheld', ...ALL_KEYS).map((row) => [row.setl_id, row]));

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

/** Refunds that were confirmed before their settlement, which is cleared in this month. */
const waitingRefunds = (
  reader: LinesReader,
  { setl_id, state }: Settlement,
  withheld: WithheldRows,
  period: Period,
): readonly Settlement[] => {
  if (state !== 'refunded' || withheld.get(setl_id)?.releasedInto === period) return [];
  return reader
    .refundsOf('national', setl_id)
    .filter((row) => withheld.get(row.setl_id)?.releasedInto !== period && joins(reader, row, withheld, period));
};

/** Rows that were confirmed earlier and withheld, and refunds that had to wait for them. */
const releasedRows = (reader: LinesReader, period: Period, withheld: WithheldRows): Settlement[] => {
  const released = [...withheld.values()].filter((row) => row.releasedInto === period);
  const rows = released.flatMap(({ setl_id }) => [
    reader.settlement('national', setl_id) ?? [],
    reader.refundsOf('national', setl_id),
  ]);
  const seen = new Map(rows.flat().map((row) => [row.setl_id, row]));
  return [...seen.values()].filter((row) => joins(reader, row, withheld, period));
};

/** Whether a row of an earlier month is cleared in this one. */
const joins = (reader: LinesReader, row: Settlement, withheld: WithheldRows, period: Period): boolean => {
  const confirmed = confirmedIn(reader, row.setl_id);
  return confirmed !== undefined && confirmed < period && clearedIn(reader, row, withheld, confirmed) === period;
};
