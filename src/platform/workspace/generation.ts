import { join } from 'node:path';
import type { World } from '../dispatch/world.ts';
import type { Store } from '../store/port.ts';
import type { JournalDesk } from '../journal/journal-desk.ts';
import { tellingJournal, type Told } from '../journal/telling-store.ts';
import type { JournalIndex } from '../store/port/journal-index.ts';
import { bodyLog, type BodyLog } from './bodies/body-log.ts';
import type { OpenBodies } from './bodies/body-store.ts';
import { keptClock } from '../time/advance.ts';
import type { ClockState } from '../time/clock-state.ts';
import { virtualClock, type Wall } from '../time/virtual-clock.ts';
import { keptClockOf, noticingDue, openClockwork, type Clockwork } from './clockwork.ts';
import { openJournal } from './open-journal.ts';
import { openWorld, type WorldParts } from './open-world.ts';
import { peopled } from './population/peopled-store.ts';
import type { Population } from './population/population.ts';

/** Opens the book in a file, makes it where there is none; FULL waits for the disk at every commit. */
export type OpenBook = (
  file: string,
  synchronous: 'FULL' | 'OFF',
) => Store & {
  /** Puts everything into the one file, so that it can be copied. */
  readonly checkpoint: () => void;
};

/** Opens the index of a generation's journal; its file is made where it is not there. */
export type OpenIndex = (files: {
  readonly book: string;
  readonly index: string;
  readonly bodies: string;
  readonly generation: number;
}) => JournalIndex;

/** What a generation is opened from. */
export type GenerationParts = Omit<WorldParts, 'store' | 'clock'> & {
  /** Folder of the workspace. */
  readonly folder: string;
  readonly generation: number;
  readonly synchronous: 'FULL' | 'OFF';
  readonly openBook: OpenBook;
  readonly openBodies: OpenBodies;
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
  readonly journal: JournalDesk;
  readonly population: Population;
  /** After the last waiting turn. */
  readonly close: () => Promise<void>;
};

/** File of a generation's book; the bodies of all generations share one file beside it. */
export const bookFile = (folder: string, generation: number): string => join(folder, `book-${generation}.db`);

/** What can be made anew from the book: it goes with the book. */
export const indexFile = (folder: string, generation: number): string => join(folder, `journal-index-${generation}.db`);

export const openGeneration = async (parts: GenerationParts): Promise<Generation> => {
  const { folder, generation } = parts;
  const book = parts.openBook(bookFile(folder, generation), parts.synchronous);
  const noticed: { clockwork?: Clockwork; told?: Told } = {};
  const telling = tellingJournal(peopled(book, parts.population), (committed) => noticed.told?.(committed));
  const store = noticingDue(telling, (at) => noticed.clockwork?.noticed(at));
  const clock = virtualClock(parts.wall, parts.startClock ?? keptClockOf(store.reader) ?? { mode: 'real' });
  const world = await openWorld({ ...parts, clock, store });
  await world.queue.submit((writer) => writer.apply([keptClock(clock.state())]));
  const clockwork = openClockwork(world, clock, parts.wall);
  noticed.clockwork = clockwork;
  const file = join(folder, 'bodies.db');
  const onLoss = (problem: unknown) => parts.onDefect(problem, 'bodies');
  const limit = () => parts.settings().bodiesMegabytes * 1_048_576;
  const bodies = bodyLog({ open: () => parts.openBodies({ file, generation, onLoss }), limit, onLoss });
  const files = { book: bookFile(folder, generation), index: indexFile(folder, generation), bodies: file, generation };
  const { desk, told } = openJournal(world, parts.openIndex(files));
  noticed.told = told;
  return {
    world,
    bodies,
    population: parts.population,
    clockwork,
    journal: desk,
    close: async () => {
      clockwork.close();
      await desk.close();
      await world.queue.idle();
      store.close();
      bodies.close();
    },
  };
};
