import type { Fen } from '../money.ts';

/** What a fault may know of a call before it is handled. */
export type Call = {
  readonly door: string;
  readonly infno: string;
  readonly fixmedins_code?: string;
  readonly psn_no?: string;
  readonly psn_name?: string;
  readonly mdtrtarea?: string;
  readonly insuplc?: string;
  readonly amount?: Fen;
  readonly state?: string;
  /** A field of the input as text, as it came, by its path. */
  readonly field: (path: string) => string | undefined;
  /** What the call is about: the same for a repetition. With the attempt it makes a draw. */
  readonly key: string;
};
