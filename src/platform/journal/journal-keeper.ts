import type { Instant } from '../../kernel/civil-time.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader, Writer } from '../store/port.ts';
import { countOf, dropWrites, oldestOf } from './dropped.ts';
import { journalAgeDue } from './journal-age.ts';

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
  /** Settles when nothing is left to drop. */
  readonly idle: () => Promise<void>;
};

/** Rows that go in one turn, and by how many the journal may be too long before they go. */
const CHUNK = 250;

/** Keeps a journal within its number of rows, a few at a time, and sees to it that rows fall due by their age. */
export const journalKeeper = (parts: KeeperParts): JournalKeeper => {
  let rows = countOf(parts.reader);
  let armedFor = 0;
  let dropping: Promise<void> | undefined;

  const excess = () => rows - parts.settings().journalRows;

  const drop = async (): Promise<void> => {
    while (excess() > 0) {
      const some = await parts.join((writer) => {
        const oldest = oldestOf(writer.reader, Math.min(CHUNK, excess()));
        writer.apply(dropWrites(writer.reader, oldest));
        rows -= oldest.length;
        return oldest.length > 0;
      });
      // The count says more than there is: rows have gone by their age.
      if (!some) rows = countOf(parts.reader);
    }
  };

  const arm = (days: number): void => {
    armedFor = days;
    if (days === 0) return;
    parts.join((writer) => writer.apply([journalAgeDue(writer.reader, days, parts.now())])).catch(parts.onDefect);
  };

  return {
    grew: (more) => {
      rows += more;
      const { journalDays } = parts.settings();
      if (journalDays !== armedFor) arm(journalDays);
      if (dropping || excess() < CHUNK) return;
      rows = countOf(parts.reader);
      dropping = drop()
        .catch(parts.onDefect)
        .finally(() => (dropping = undefined));
    },
    idle: async () => {
      await dropping;
    },
  };
};
