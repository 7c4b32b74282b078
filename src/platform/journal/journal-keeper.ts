import type { Instant } from '../../kernel/civil-time.ts';
import type { Settings } from '../domain/settings.ts';
import type { JournalHead, Reader, Writer } from '../store/port.ts';
import { countOf, dropWrites, oldestOf, tooOldBefore } from './dropped.ts';
import { agedRows, journalAgeDue } from './journal-age.ts';

/** What keeping a journal short needs of a workspace. */
export type KeeperParts = {
  readonly reader: Reader;
  /** Runs a turn that nobody waits for. */
  readonly join: <T>(turn: (writer: Writer) => T) => Promise<T>;
  readonly settings: () => Settings;
  readonly now: () => Instant;
  readonly onDefect: (defect: unknown) => void;
};

export type JournalKeeper = {
  /** So many rows came. */
  readonly grew: (rows: number) => void;
  /** The first of those that are too old were dropped: there may be more. */
  readonly aged: () => void;
  /** Settles when nothing is left to drop. */
  readonly idle: () => Promise<void>;
  /** Stops after the turn under way; what is left goes after the next start. */
  readonly close: () => Promise<void>;
};

/** By how many rows the journal may be too long before they go, and how many go in one turn. */
const CHUNK = 250;

/** Keeps a journal within its number of rows, a few at a time, and sees to it that rows fall due by their age. */
export const journalKeeper = (parts: KeeperParts): JournalKeeper => {
  let rows = countOf(parts.reader);
  let armedFor = 0;
  let dropping: Promise<void> | undefined;
  let closing = false;

  const excess = () => rows - parts.settings().journalRows;

  /** Rows in one turn; false when there were none. */
  const drop = async (next: (reader: Reader) => readonly JournalHead[]): Promise<boolean> => {
    const dropped = await parts.join((writer) => {
      const oldest = next(writer.reader);
      writer.apply(dropWrites(writer.reader, oldest));
      return oldest.length;
    });
    // Rows have gone by their age as well: where nothing is left, the count said more than there was.
    rows = dropped > 0 ? rows - dropped : countOf(parts.reader);
    return dropped > 0;
  };

  const shorten = async (): Promise<void> => {
    rows = countOf(parts.reader);
    while (!closing && excess() > 0) await drop((reader) => oldestOf(reader, Math.min(CHUNK, excess())));
    while (!closing && (await drop((reader) => agedRows(reader, tooOldBefore(reader)))));
  };

  const start = (): void => {
    dropping ??= shorten()
      .catch(parts.onDefect)
      .finally(() => (dropping = undefined));
  };

  const arm = (days: number): void => {
    armedFor = days;
    if (days === 0) return;
    parts.join((writer) => writer.apply([journalAgeDue(writer.reader, days, parts.now())])).catch(parts.onDefect);
  };

  // Some may be left from the last start.
  if (tooOldBefore(parts.reader) > 0) start();
  return {
    grew: (more) => {
      rows += more;
      const { journalDays } = parts.settings();
      if (journalDays !== armedFor) arm(journalDays);
      if (excess() >= CHUNK) start();
    },
    aged: start,
    idle: async () => {
      await dropping;
    },
    close: async () => {
      closing = true;
      await dropping;
    },
  };
};
