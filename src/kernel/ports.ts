import type { Instant } from './civil-time.ts';

/** Virtual time of a workspace. */
export type Clock = {
  readonly now: () => Instant;
  /** What a message reads, once: a stepped clock moves on by it. */
  readonly tick: () => Instant;
};

/** Reproducible chance: the same seed and label give the same sequence on every machine. */
export type Random = { readonly stream: (label: string) => () => number };

/** What a world is built from. Only the file of the real ports touches the machine's own clock. */
export type Ports = { readonly clock: Clock; readonly random: Random };
