import type { Instant } from '../../kernel/civil-time.ts';
import type { Clock } from '../../kernel/ports.ts';
import { movedTo, readAt, ticked, wallUntil, type ClockState } from './clock-state.ts';

/** The machine's own time in ms; wire time, and what a real or running clock goes by. */
export type Wall = { readonly now: () => Instant };

/** A workspace's clock. It does not know what is due: whoever moves it does (see advance.ts). */
export type VirtualClock = Clock & {
  readonly state: () => ClockState;
  readonly set: (state: ClockState) => void;
  /** The state in which this clock would read that moment. */
  readonly at: (moment: Instant) => ClockState;
  /** Wall ms until it reads that moment by itself; undefined when it stands. */
  readonly wallUntil: (moment: Instant) => number | undefined;
};

export const virtualClock = (wall: Wall, start: ClockState): VirtualClock => {
  let state = start;
  const now = () => readAt(state, wall.now());
  return {
    now,
    tick: () => {
      const read = now();
      state = ticked(state);
      return read;
    },
    state: () => state,
    set: (next) => {
      state = next;
    },
    at: (moment) => movedTo(state, moment, wall.now()),
    wallUntil: (moment) => wallUntil(state, moment, wall.now()),
  };
};
