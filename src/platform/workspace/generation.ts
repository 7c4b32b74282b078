import { join } from 'node:path';
import type { AskRemote } from '../dispatch/insured-place.ts';
import type { World } from '../dispatch/world.ts';
import type { Store } from '../store/port.ts';
import { bodyLog, type BodyLog } from './bodies/body-log.ts';
import type { OpenBodies } from './bodies/body-store.ts';
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

/** Opens the way to provinces' own systems; it ends when the signal fires. */
export type OpenRemote = (ended: AbortSignal) => AskRemote;

/** What a generation is opened from. */
export type GenerationParts = Omit<WorldParts, 'store' | 'askRemote' | 'keepBodies'> & {
  /** Folder of the workspace. */
  readonly folder: string;
  readonly generation: number;
  readonly synchronous: 'FULL' | 'OFF';
  readonly openBook: OpenBook;
  readonly openBodies: OpenBodies;
  readonly openRemote: OpenRemote;
  readonly population: Population;
};

/** A workspace between two resets: its open book as a world, and its bodies. */
export type Generation = {
  readonly world: World;
  readonly bodies: BodyLog;
  readonly population: Population;
  /** After the last waiting turn. */
  readonly close: () => Promise<void>;
};

/** File of a generation's book; the bodies of all generations share one file beside it. */
export const bookFile = (folder: string, generation: number): string => join(folder, `book-${generation}.db`);

export const openGeneration = async (parts: GenerationParts): Promise<Generation> => {
  const store = peopled(parts.openBook(bookFile(parts.folder, parts.generation), parts.synchronous), parts.population);
  const file = join(parts.folder, 'bodies.db');
  const onLoss = (problem: unknown) => parts.onDefect(problem, 'bodies');
  const bodies = bodyLog(() => parts.openBodies({ file, generation: parts.generation, onLoss }), onLoss);
  const ending = new AbortController();
  const world = await openWorld({
    ...parts,
    store,
    askRemote: parts.openRemote(ending.signal),
    keepBodies: (hop) => bodies.keep({ ...hop, contentType: 'application/json' }),
  });
  return {
    world,
    bodies,
    population: parts.population,
    close: async () => {
      // Nobody hears a remote place any more: messages that wait for one are answered as unknown.
      ending.abort();
      await Promise.allSettled(world.flights.values());
      await world.queue.idle();
      store.close();
      bodies.close();
    },
  };
};
