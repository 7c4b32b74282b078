import { addDays, dateOf, instantOf, type Instant } from '../../kernel/civil-time.ts';
import type { JournalRow, Reader, Write } from '../store/port.ts';
import { dropWrites, oldestOf } from './dropped.ts';

/** Kind of the due work that takes away what is too old. */
export const JOURNAL_AGE = 'journal-age';

/** Rows of one go. */
const CHUNK = 250;
const DAY = 86_400_000;
const SOON = 1_000;

/** A quiet hour of the day that follows. */
const nextNight = (now: Instant): Instant => instantOf(addDays(dateOf(now), 1)) + 3 * 3_600_000;

/** When to look again: the first night on which a row is old enough, tomorrow at the earliest. */
const nextLook = (oldest: JournalRow | undefined, days: number, now: Instant): Instant =>
  Math.max(nextNight(now), nextNight((oldest?.at ?? now) + days * DAY));

/** The due work for a journal whose oldest row is that one. */
export const journalAgeDue = (reader: Reader, days: number, now: Instant): Write => ({
  kind: 'due.put',
  due: { kind: JOURNAL_AGE, key: '', at: nextLook(oldestOf(reader, 1)[0], days, now) },
});

/**
 * Takes away rows older than so many days of virtual time, the newest one never; some at a time, then again at once.
 */
export const dropOldRows = (reader: Reader, days: number, now: Instant): readonly Write[] => {
  if (days === 0) return [];
  const rows = oldestOf(reader, CHUNK + 1);
  const newest = reader.lastJournalSeq();
  const young = rows.findIndex((row) => row.at >= now - days * DAY || row.seq === newest);
  const old = rows.slice(0, Math.min(CHUNK, young < 0 ? CHUNK : young));
  const at = old.length === CHUNK ? now + SOON : nextLook(rows[old.length], days, now);
  return [...dropWrites(reader, old), { kind: 'due.put', due: { kind: JOURNAL_AGE, key: '', at } }];
};
