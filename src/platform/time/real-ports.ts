import { randomBytes } from 'node:crypto';
import seedrandom from 'seedrandom';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Random } from '../../kernel/ports.ts';
import type { ClockState } from './clock-state.ts';
import type { Wall } from './virtual-clock.ts';

/** The machine's own clock. The one place that asks it for the time. */
export const machineWall: Wall = { now: () => Date.now() };

/** A clock that reads `startAt` now and runs on from there. */
export const runningFrom = (startAt: Instant): ClockState => ({
  mode: 'running',
  wall: machineWall.now(),
  at: startAt,
  speed: 1,
});

/** Chance by label: each label has its own sequence, so that one more draw somewhere shifts nothing elsewhere. */
export const seededRandom = (seed: string): Random => ({ stream: (label) => seedrandom(`${seed}/${label}`) });

/** A text that nobody can guess, of letters, digits, - and _: for a token of the control API. Never the same again. */
export const secretText = (): string => randomBytes(24).toString('base64url');
