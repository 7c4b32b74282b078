import type { Instant } from '../../kernel/civil-time.ts';
import { isProvincesOwn } from '../domain/own-traffic.ts';
import type { JournalHead, Reader, Write } from '../store/port.ts';

/** What retention has taken from a journal so far, and how far it has come. */
export type Dropped = {
  readonly rows: number;
  /** Number and virtual time of the last row that was looked at: all before it are taken, or kept for good. */
  readonly upTo: number;
  readonly at: Instant;
  /** Rows from before that moment are too old; where they are many, some are still there. */
  readonly before?: Instant;
};

const KEY = 'journal.dropped';

const passed = (reader: Reader): Dropped | undefined => {
  const text = reader.setting(KEY);
  return text === undefined ? undefined : (JSON.parse(text) as Dropped);
};

/** Undefined while nothing was taken. */
export const droppedOf = (reader: Reader): Dropped | undefined => {
  const dropped = passed(reader);
  return dropped && dropped.rows > 0 ? dropped : undefined;
};

/** The oldest rows that may go or be kept for good: nobody looks at what stands before them again. */
export const oldestOf = (reader: Reader, limit: number): JournalHead[] =>
  reader.journalAfter(passed(reader)?.upTo ?? 0, limit);

/** How many rows retention has not looked at. */
export const countOf = (reader: Reader): number => reader.journalCount(passed(reader)?.upTo ?? 0);

/** From before which moment rows are too old, as far as time has come. */
export const tooOldBefore = (reader: Reader): Instant => passed(reader)?.before ?? 0;

/**
 * Takes the oldest rows away, and counts them. What a province's own system sent or answered stays, with all of its
 * trace: it is evidence of its acceptance, and without the rows around it nobody can read it.
 */
export const dropWrites = (
  reader: Reader,
  oldest: readonly JournalHead[],
  before: Instant = tooOldBefore(reader),
): Write[] => {
  const last = oldest.at(-1);
  if (!last) return [];
  const isEvidence = traces(reader);
  const seqs = oldest.filter((row) => !isEvidence(row)).map(({ seq }) => seq);
  const rows = (passed(reader)?.rows ?? 0) + seqs.length;
  const dropped: Dropped = { rows, upTo: last.seq, at: last.at, ...(before > 0 && { before }) };
  return [
    { kind: 'journal.drop', seqs },
    { kind: 'setting.put', key: KEY, value: JSON.stringify(dropped) },
  ];
};

/** Whether the trace of a row holds evidence; each is looked up once. */
const traces = (reader: Reader): ((row: JournalHead) => boolean) => {
  const known = new Map<string, boolean>();
  return ({ trace }) => {
    const found = known.get(trace) ?? reader.headsOfTrace(trace).some(isProvincesOwn);
    known.set(trace, found);
    return found;
  };
};
