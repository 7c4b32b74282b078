import type { Instant } from '../../kernel/civil-time.ts';
import type { RemoteSystem } from '../domain/place-state.ts';
import type { LegQuestion } from '../store/port.ts';
import type { HopReply } from './desk.ts';

/** What came back of a message that left the process. */
export type Returned = {
  /** The answer, decoded; or in words why what came cannot be taken for one: its outcome is unknown. */
  readonly said: HopReply | Unbelievable | Unreached;
  /** Breaches of the answer's table, `path:kind`. */
  readonly violations?: readonly string[];
  /** Both sides as they went over the wire. */
  readonly bytes?: { readonly request: Uint8Array; readonly answer: Uint8Array };
};

/** An answer that is not believed: nobody knows what became of the message. */
export type Unbelievable = { readonly unbelievable: string };

/** No connection came about, in words why: the message has certainly not arrived. */
export type Unreached = { readonly unreached: string };

/**
 * The insured place 参保地 behind the switch. embedded: answered in the same turn by the sandbox's own engine; waiting:
 * the message leaves the turn, `send` resolves with what comes back, even after `timeoutMs` (wall time), and rejects
 * when nothing will.
 */
export type InsuredPlace = { readonly kind: 'embedded' } | WaitingPlace;

export type WaitingPlace = {
  readonly kind: 'waiting';
  readonly send: (question: LegQuestion) => Promise<Returned>;
  readonly timeoutMs: number;
  /** The embedded engine is behind it, and something in between makes it slow. Absent: a system of its own. */
  readonly engine?: true;
};

export const EMBEDDED: InsuredPlace = { kind: 'embedded' };

/** Whether the place's book is the embedded engine's, however the answer comes. */
export const isEngines = (place: InsuredPlace): boolean => place.kind === 'embedded' || place.engine === true;

/** Posts a message to a province's own system; `now` is the workspace's time, which the envelope tells. */
export type AskRemote = (remote: RemoteSystem, question: LegQuestion, now: Instant) => Promise<Returned>;
