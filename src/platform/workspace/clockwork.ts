import type { Instant } from '../../kernel/civil-time.ts';
import { lookRound } from '../dispatch/watched.ts';
import type { World } from '../dispatch/world.ts';
import type { Reader, Store } from '../store/port.ts';
import { advance, catchUp, CLOCK, type Timeline } from '../time/advance.ts';
import { readAt, type ClockState } from '../time/clock-state.ts';
import { dueHandlers, slowHandlers } from '../time/due-handlers.ts';
import type { VirtualClock, Wall } from '../time/virtual-clock.ts';

/** What moving a clock came to: how much work fell due on the way, or that it would have gone back. */
export type Moved = { readonly ok: true; readonly done: number } | { readonly ok: false; readonly now: Instant };

/** The clock of a running generation, and the work that falls due by it. */
export type Clockwork = {
  readonly state: () => ClockState;
  /** Moves time on to a moment; the clock goes on in its own mode from there. */
  readonly advance: (to: Instant) => Promise<Moved>;
  /** Does what has fallen due by now, where somebody waits for it: a clock that goes by itself would do it soon. */
  readonly catchUp: () => Promise<number>;
  /** Another mode, perhaps at a later moment: what falls due until then is done first. */
  readonly change: (to: ClockState) => Promise<Moved>;
  /** Told of due work that was put: wakes up earlier if need be. */
  readonly noticed: (at: Instant) => void;
  readonly close: () => void;
};

/** Node's timers hold no longer wait. */
const LONGEST_TIMER = 2_147_483_647;

export const openClockwork = (world: World, clock: VirtualClock, wall: Wall): Clockwork => {
  const timeline: Timeline = {
    ...world,
    clock,
    alone: world.gate.alone,
    submit: world.queue.submit,
    handlers: dueHandlers,
    slow: slowHandlers,
    prepared: new Map(),
    reader: world.store.reader,
  };
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;

  const arm = (at: Instant): void => {
    const wait = clock.wallUntil(at);
    if (wait === undefined || at >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(wake, Math.min(wait, LONGEST_TIMER));
    timer.unref();
  };
  const disarm = (): void => {
    clearTimeout(timer);
    wakesAt = Infinity;
  };
  const armNext = (): void => {
    disarm();
    const next = world.store.reader.nextDue(Number.MAX_SAFE_INTEGER);
    if (next) arm(next.at);
  };
  const moved = (): void => {
    lookRound(world);
    armNext();
  };
  const wake = (): void => {
    wakesAt = Infinity;
    catchUp(timeline).then(moved, (defect: unknown) => world.onDefect(defect, 'clock'));
  };
  const move = async (to: Instant, after?: ClockState): Promise<Moved> => {
    const now = clock.now();
    return to < now ? { ok: false, now } : { ok: true, done: await reach(to, after) };
  };
  const reach = async (to: Instant, after?: ClockState): Promise<number> => {
    disarm();
    const done = await advance(timeline, to, after);
    moved();
    return done;
  };

  armNext();
  return {
    state: clock.state,
    advance: (to) => move(to),
    catchUp: () => reach(clock.now()),
    change: (state) => move(readAt(state, wall.now()), state),
    noticed: arm,
    close: disarm,
  };
};

/** The clock that a book was left with; a stepped one goes on where its last message was. */
export const keptClockOf = (reader: Reader): ClockState | undefined => {
  const text = reader.setting(CLOCK);
  if (text === undefined) return undefined;
  const state = JSON.parse(text) as ClockState;
  const last = state.mode === 'stepped' ? reader.journal(1)[0]?.at : undefined;
  return state.mode === 'stepped' && last !== undefined && last >= state.at
    ? { ...state, at: last + state.step }
    : state;
};

/** A store that tells of due work as it is put. */
export const noticingDue = <S extends Store>(store: S, noticed: (at: Instant) => void): S => ({
  ...store,
  writer: {
    ...store.writer,
    apply: (writes) => {
      store.writer.apply(writes);
      for (const write of writes) if (write.kind === 'due.put') noticed(write.due.at);
    },
  },
});
