import { join } from 'node:path';
import type { World } from '../dispatch/world.ts';
import { bodyLog, type BodyLog } from './bodies/body-log.ts';
import { bookFile, type Ancestor, type OpenBook } from './book-file.ts';
import type { OpenBodies } from './bodies/body-store.ts';
import { keptClock } from '../time/advance.ts';
import type { ClockState } from '../time/clock-state.ts';
import { virtualClock, type Wall } from '../time/virtual-clock.ts';
import { keptClockOf, noticingDue, openClockwork, type Clockwork } from './clockwork.ts';
import { openWorld, type WorldParts } from './open-world.ts';
import { peopled } from './population/peopled-store.ts';
import type { Population } from './population/population.ts';

/** What a generation is opened from. */
export type GenerationParts = Omit<WorldParts, 'store' | 'clock'> & {
  /** Folder of the workspace. */
  readonly folder: string;
  readonly generation: number;
  /** Generations whose exchanges a snapshot brought along. */
  readonly lineage: readonly Ancestor[];
  readonly synchronous: 'FULL' | 'OFF';
  readonly openBook: OpenBook;
  readonly openBodies: OpenBodies;
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
  readonly population: Population;
  /** After the last waiting turn. */
  readonly close: () => Promise<void>;
};

export const openGeneration = async (parts: GenerationParts): Promise<Generation> => {
  const book = parts.openBook(bookFile(parts.folder, parts.generation), parts.synchronous);
  const noticed: { clockwork?: Clockwork } = {};
  const store = noticingDue(peopled(book, parts.population), (at) => noticed.clockwork?.noticed(at));
  const clock = virtualClock(parts.wall, parts.startClock ?? keptClockOf(store.reader) ?? { mode: 'real' });
  const world = await openWorld({ ...parts, clock, store });
  await world.queue.submit((writer) => writer.apply([keptClock(clock.state())]));
  const clockwork = openClockwork(world, clock, parts.wall);
  noticed.clockwork = clockwork;
  const file = join(parts.folder, 'bodies.db');
  const onLoss = (problem: unknown) => parts.onDefect(problem, 'bodies');
  const writtenIn = (seq: number) => parts.lineage.find(({ upTo }) => seq <= upTo)?.generation;
  const bodies = bodyLog(() => parts.openBodies({ file, generation: parts.generation, onLoss }), onLoss, writtenIn);
  return {
    world,
    bodies,
    population: parts.population,
    clockwork,
    copyBook: async (copy) => {
      await world.queue.idle();
      await book.copyTo(copy);
    },
    close: async () => {
      clockwork.close();
      await world.queue.idle();
      store.close();
      bodies.close();
    },
  };
};
