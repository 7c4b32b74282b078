import { dateTimeOf, instantOf } from '../../src/kernel/civil-time.ts';
import { advance, type Timeline } from '../../src/platform/time/advance.ts';
import { dueHandlers, slowHandlers } from '../../src/platform/time/due-handlers.ts';
import type { TestWorld } from './world.ts';

/** The time of a test world as the clock of a workspace moves it. */
const timelineOf = ({ world, setClock, defects }: TestWorld): Timeline => {
  const at = (moment: number) => ({ mode: 'frozen', at: moment }) as const;
  return {
    ...world,
    clock: {
      ...world.clock,
      state: () => at(world.clock.now()),
      set: (state) => setClock(dateTimeOf('at' in state ? state.at : world.clock.now())),
      at,
      wallUntil: () => undefined,
    },
    alone: world.gate.alone,
    submit: world.queue.submit,
    handlers: dueHandlers,
    slow: slowHandlers,
    prepared: new Map(),
    reader: world.store.reader,
    onDefect: (defect) => (defects as unknown[]).push(defect),
  };
};

/** Moves a test world's time on, and does what falls due on the way; says how much it was. */
export const moveOn = (world: TestWorld, to: string): Promise<number> => advance(timelineOf(world), instantOf(to));
