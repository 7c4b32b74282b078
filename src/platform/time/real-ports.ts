import { randomBytes } from 'node:crypto';
import seedrandom from 'seedrandom';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Clock, Random } from '../../kernel/ports.ts';

/**
 * The machine's own clock, shifted so that it reads `startAt` now. The one place that asks the machine for the time.
 */
export const runningClock = (startAt?: Instant): Clock => {
  const offset = startAt === undefined ? 0 : startAt - Date.now();
  return { now: () => Date.now() + offset };
};

/** A clock that stands still. */
export const frozenClock = (at: Instant): Clock => ({ now: () => at });

/** Chance by label: each label has its own sequence, so that one more draw somewhere shifts nothing elsewhere. */
export const seededRandom = (seed: string): Random => ({ stream: (label) => seedrandom(`${seed}/${label}`) });

/** A text that nobody can guess, of letters, digits, - and _: for a token of the control API. Never the same again. */
export const secretText = (): string => randomBytes(24).toString('base64url');
