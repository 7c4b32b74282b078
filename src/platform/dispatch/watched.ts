import type { Refusal } from '../domain/refusals.ts';
import type { Exchange } from './desk.ts';
import type { LegQuestion } from '../store/port.ts';
import { addressedOf } from './ways-closed.ts';
import type { World } from './world.ts';

/** What a message waits for that has left the process. */
export type Wait = { readonly exchange: Exchange; readonly questions: readonly LegQuestion[]; readonly since: number };

/** Somebody on the way has gone down: nobody waits for the answer any more. */
export type Interrupted = { readonly down: Refusal };

/**
 * What comes of waiting, or that a maintenance window has begun on the way meanwhile: told as soon as time has moved or
 * the window was announced, not by a time-out.
 */
export const watched = <T>(world: World, wait: Wait, coming: Promise<T>): Promise<T | Interrupted> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const down = begun(world, wait);
      if (down) resolve({ down });
    };
    world.watchers.add(look);
    void coming.then(resolve, reject).finally(() => world.watchers.delete(look));
  });

/** A window may have come and gone between two looks. */
const begun = (world: World, { exchange, questions, since: from }: Wait): Refusal | undefined => {
  const { definition, message } = exchange;
  const way = [addressedOf(message), ...questions];
  const stretch = { from, to: world.clock.now() };
  return world.maintenance.begun(world.store.reader, { way, kind: definition.kind }, stretch);
};

/** To be called when time has moved or a window was announced: messages that wait look whether their way is down. */
export const lookRound = ({ watchers }: Pick<World, 'watchers'>): void => {
  for (const look of [...watchers]) look();
};
