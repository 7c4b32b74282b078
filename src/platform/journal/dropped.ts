import type { Instant } from '../../kernel/civil-time.ts';
import type { JournalRow, Reader, Write } from '../store/port.ts';

/** What retention has taken from a journal so far. */
export type Dropped = {
  readonly rows: number;
  /** Number and virtual time of the last row that was taken. */
  readonly upTo: number;
  readonly at: Instant;
};

const KEY = 'journal.dropped';

export const droppedOf = (reader: Reader): Dropped | undefined => {
  const text = reader.setting(KEY);
  return text === undefined ? undefined : (JSON.parse(text) as Dropped);
};

/** Takes the oldest rows away, and counts them. */
export const dropWrites = (reader: Reader, oldest: readonly JournalRow[]): Write[] => {
  const last = oldest.at(-1);
  if (!last) return [];
  const dropped: Dropped = {
    rows: (droppedOf(reader)?.rows ?? 0) + oldest.length,
    upTo: last.seq,
    at: last.at,
  };
  return [
    { kind: 'journal.drop', upTo: last.seq },
    { kind: 'setting.put', key: KEY, value: JSON.stringify(dropped) },
  ];
};
