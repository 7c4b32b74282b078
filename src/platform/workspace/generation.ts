import { join } from 'node:path';
import type { AskRemote } from '../dispatch/insured-place.ts';
import type { World } from '../dispatch/world.ts';
import type { JournalDesk } from '../journal/journal-desk.ts';
import { tellingJournal, type Told } from '../journal/telling-store.ts';
import type { JournalIndex } from '../store/port/journal-index.ts';
import { bodyLog, type BodyLog } from './bodies/body-log.ts';
import { bookFile, indexFile, type Ancestor, type OpenBook } from './book-file.ts';
import type { OpenBodies } from './bodies/body-store.ts';
import { keptClock } from '../time/advance.ts';
import type { ClockState } from '../time/clock-state.ts';
import { virtualClock, type Wall } from '../time/virtual-clock.ts';
import { keptClockOf, noticingDue, openClockwork, type Clockwork } from './clockwork.ts';
import { openJournal } from './open-journal.ts';
import { openWorld, type WorldParts } from './open-world.ts';
import { peopled } from './population/peopled-store.ts';
import type { Population } from './population/population.ts';

/** Opens the way to provinces' own systems; it ends when the signal fires. */
export type OpenRemote = (ended: AbortSignal) => AskRemote;

/** Opens the index of a generation's journal of so many rows; its file is made where it is not there. */
export type OpenIndex = (
  files: {
    readonly book: string;
    readonly index: string;
    readonly bodies: string;
    readonly generation: number;
    readonly lineage: readonly { readonly generation: number; readonly upTo: number }[];
  },
  rows: number,
) => JournalIndex;

/** What a generation is opened from. */
export type GenerationParts = Omit<WorldParts, 'store' | 'clock' | 'askRemote' | 'keepBodies'> & {
  /** Folder of the workspace. */
  readonly folder: string;
  readonly generation: number;
  /** Generations whose exchanges a snapshot brought along. */
  readonly lineage: readonly Ancestor[];
  readonly synchronous: 'FULL' | 'OFF';
  readonly openBook: OpenBook;
  readonly openBodies: OpenBodies;
  readonly openRemote: OpenRemote;
  readonly openIndex: OpenIndex;
  readonly population: Population;
  readonly wall: Wall;
  /** What the clock is set to; absent: it goes on as the book was left, else as the machine's. */
  readonly startClock?: ClockState;
};

/** A workspace between two resets: its open book as a world, and its bodies. */
export type Generation = {
  readonly world: World;
  readonly bodies: BodyLog;
  readonly clockwork: Clockwork;
  /** The book as one file, all that was acknowledged before it was asked for. */
  readonly copyBook: (file: string) => Promise<void>;
  readonly journal: JournalDesk;
  readonly population: Population;
  /** After the last waiting turn. `isReplaced`: its book is to be removed, and the next generation opened at once. */
  readonly close: (isReplaced?: boolean) => Promise<void>;
};

export const openGeneration = async (parts: GenerationParts): Promise<Generation> => {
  const { folder, generation } = parts;
  const book = parts.openBook(bookFile(folder, generation), parts.synchronous);
  const noticed: { clockwork?: Clockwork; told?: Told } = {};
  const telling = tellingJournal(peopled(book, parts.population), (committed) => noticed.told?.(committed));
  const store = noticingDue(telling, (at) => noticed.clockwork?.noticed(at));
  const clock = virtualClock(parts.wall, parts.startClock ?? keptClockOf(store.reader) ?? { mode: 'real' });
  const bodies = openBodyLog(parts);
  const ending = new AbortController();
  const world = await openWorld({
    ...parts,
    clock,
    store,
    askRemote: parts.openRemote(ending.signal),
    keepBodies: (hop) => bodies.keep({ ...hop, contentType: 'application/json' }),
  });
  await world.queue.submit((writer) => writer.apply([keptClock(clock.state())]));
  const clockwork = openClockwork(world, clock, parts.wall);
  noticed.clockwork = clockwork;
  const { desk, told } = openJournal(world, parts.openIndex(journalFiles(parts), store.reader.journalCount(0)));
  noticed.told = told;
  return {
    world,
    bodies,
    population: parts.population,
    clockwork,
    journal: desk,
    copyBook: async (copy) => {
      await world.queue.idle();
      await book.copyTo(copy);
    },
    close: async (isReplaced = false) => {
      clockwork.close();
      await desk.close();
      // Nobody hears a remote place any more: messages that wait for one are answered as unknown.
      ending.abort();
      await Promise.allSettled(world.flights.values());
      await world.queue.idle();
      if (isReplaced) book.abandon();
      else book.close();
      if (isReplaced) bodies.handOver();
      else bodies.close();
    },
  };
};

const bodiesFile = ({ folder }: Pick<GenerationParts, 'folder'>): string => join(folder, 'bodies.db');

const openBodyLog = (parts: GenerationParts): BodyLog => {
  const { generation, lineage, openBodies, onDefect, settings } = parts;
  const onLoss = (problem: unknown) => onDefect(problem, 'bodies');
  return bodyLog({
    open: () => openBodies({ file: bodiesFile(parts), generation, onLoss }),
    limit: () => settings().bodiesMegabytes * 1_048_576,
    onLoss,
    writtenIn: (seq) => lineage.find(({ upTo }) => seq <= upTo)?.generation,
  });
};

const journalFiles = (parts: GenerationParts): Parameters<OpenIndex>[0] => ({
  book: bookFile(parts.folder, parts.generation),
  index: indexFile(parts.folder, parts.generation),
  bodies: bodiesFile(parts),
  generation: parts.generation,
  lineage: parts.lineage,
});
