import { addDays, dateOf, instantOf, type Instant } from '../../kernel/civil-time.ts';
import type { JournalHead, Reader, Write } from '../store/port.ts';
import { dropWrites, oldestOf, tooOldBefore } from './dropped.ts';

/** Kind of the due work that takes away what is too old. */
export const JOURNAL_AGE = 'journal-age';

/** Rows of one go: some milliseconds. */
const CHUNK = 250;
const DAY = 86_400_000;

/** A quiet hour of the day that follows. */
const nextNight = (now: Instant): Instant => instantOf(addDays(dateOf(now), 1)) + 3 * 3_600_000;

/** When to look again: the first night on which that row is old enough, tomorrow at the earliest. */
const nextLook = (oldest: JournalHead | undefined, days: number, now: Instant): Instant =>
  Math.max(nextNight(now), oldest ? nextNight(oldest.at + days * DAY) : 0);

/** The due work for a journal whose oldest row is that one. */
export const journalAgeDue = (reader: Reader, days: number, now: Instant): Write => ({
  kind: 'due.put',
  due: { kind: JOURNAL_AGE, key: '', at: nextLook(oldestOf(reader, 1)[0], days, now) },
});

/** The next rows from before that moment, some of them only; the newest row of all never. */
export const agedRows = (reader: Reader, before: Instant, most = CHUNK): JournalHead[] => {
  const rows = oldestOf(reader, most);
  const newest = reader.lastJournalSeq();
  const young = rows.findIndex((row) => row.at >= before || row.seq === newest);
  return young < 0 ? rows : rows.slice(0, young);
};

const isBehind = (reader: Reader): boolean => agedRows(reader, tooOldBefore(reader), 1).length > 0;

/**
 * Rows older than so many days of virtual time are too old from now on. The first of them go; the keeper takes the rest
 * a few at a time while messages pass, so that time is not held up by them.
 */
export const dropOldRows = (reader: Reader, days: number, now: Instant): readonly Write[] => {
  if (days === 0) return [];
  const before = now - days * DAY;
  // Where the keeper is still behind, a year of nights must not do its work for it.
  const old = isBehind(reader) ? oldestOf(reader, 1) : agedRows(reader, before);
  const last = old.at(-1);
  const [next] = last ? reader.journalAfter(last.seq, 1) : oldestOf(reader, 1);
  const at = nextLook(next, days, now);
  return [...dropWrites(reader, old, before), { kind: 'due.put', due: { kind: JOURNAL_AGE, key: '', at } }];
};
