import type { Instant } from '../../kernel/civil-time.ts';

/**
 * How a workspace's time goes. running: from a moment of the machine on, so many times as fast (1 = an offset);
 * frozen: stands still; stepped: each message moves it on by so many ms.
 */
export type ClockState =
  | { readonly mode: 'real' }
  | { readonly mode: 'running'; readonly wall: Instant; readonly at: Instant; readonly speed: number }
  | { readonly mode: 'frozen'; readonly at: Instant }
  | { readonly mode: 'stepped'; readonly at: Instant; readonly step: number };

/** What a clock reads when the machine's reads `wall`. */
export const readAt = (state: ClockState, wall: Instant): Instant => {
  switch (state.mode) {
    case 'real':
      return wall;
    case 'running':
      return state.at + Math.floor((wall - state.wall) * state.speed);
    case 'frozen':
    case 'stepped':
      return state.at;
  }
};

/** The same clock, reading another moment: time of the machine becomes an offset. */
export const movedTo = (state: ClockState, at: Instant, wall: Instant): ClockState =>
  state.mode === 'real' || state.mode === 'running'
    ? { mode: 'running', wall, at, speed: state.mode === 'real' ? 1 : state.speed }
    : { ...state, at };

/** The clock after a message has read it. */
export const ticked = (state: ClockState): ClockState =>
  state.mode === 'stepped' ? { ...state, at: state.at + state.step } : state;

/** Wall ms until the clock reads `at`; undefined where it does not get there by itself. */
export const wallUntil = (state: ClockState, at: Instant, wall: Instant): number | undefined => {
  if (state.mode === 'frozen' || state.mode === 'stepped') return undefined;
  const speed = state.mode === 'real' ? 1 : state.speed;
  return Math.max(0, Math.ceil((at - readAt(state, wall)) / speed));
};
