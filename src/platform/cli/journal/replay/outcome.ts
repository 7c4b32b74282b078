import type { Difference } from './diff.ts';

/** A message whose answer differs from the recorded one. */
export type Changed = {
  readonly trace: string;
  readonly infno: string;
  readonly msgid: string;
  readonly settlement: boolean;
  readonly fields: readonly Difference[];
  /** Of a settlement: the step of the reckoning that came out otherwise. */
  readonly reason?: string;
};

/** What a replay came to. */
export type Replay = {
  readonly messages: number;
  readonly settlements: number;
  readonly lost: number;
  readonly changed: readonly Changed[];
};
