import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { Kept, Scene } from './scene.ts';

/** A message and what came back. */
export type Exchange = {
  readonly infno: string;
  readonly as: Admdvs;
  readonly msgid: string;
  readonly input: unknown;
  readonly accepted: boolean;
  readonly err_msg: string;
  /** The door's list of what the message breaks of its table; empty: nothing. */
  readonly violations: string;
  readonly output: unknown;
};

/** 就医省, 参保省, the one of the two that is tested, or one that the visit does not concern. */
export type Voice = 'treatment' | 'insured' | 'tested' | 'third';

/** One message: what it says, and what must hold of its answer. */
export type Step = {
  readonly infno: string;
  /** Whose province speaks; the province of treatment where nothing is said. */
  readonly as?: Voice;
  readonly input: (scene: Scene) => object;
  /** How the refusal begins that must come; absent: the message must succeed. */
  readonly refusedBy?: string;
  /** Why the row cannot be asked for here, seen from this answer. */
  readonly skip?: (exchange: Exchange, scene: Scene) => string | undefined;
  /** What is wrong with the answer, in sentences; absent: nothing is looked at. */
  readonly problems?: (exchange: Exchange, scene: Scene) => readonly string[];
  /** What later steps need of it. */
  readonly keep?: (exchange: Exchange, scene: Scene) => Kept;
};
