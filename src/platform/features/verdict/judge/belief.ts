import type { Instant } from '../../../../kernel/civil-time.ts';
import type { LedgerEvent } from '../types/ledger.ts';
import { timelineOf, type Message } from './message.ts';

/** What a HIS can hold of a message of its own, from the answers that it can have. */
export type Belief = {
  readonly is: 'nothing' | 'unknown' | 'doubtful' | 'done' | 'not-done' | 'reversed';
  /** The answer that says so left unaltered and in time: nobody can say that the HIS did not have it. */
  readonly certain: boolean;
  /** Since when the outcome has been unknown. */
  readonly since?: Instant;
  /** It asked and was refused for good: a person has to look at it. */
  readonly refused?: boolean;
};

const NOTHING: Belief = { is: 'nothing', certain: true };

/** An exchange about a message, with what the HIS held before and after it. */
export type Held = { readonly event: LedgerEvent; readonly before: Belief; readonly after: Belief };

const reckoned = new WeakMap<Message, readonly Held[]>();

/**
 * What the HIS held of a message, exchange by exchange. Reckoned once a message: a HIS that never stops sends one
 * message thousands of times.
 */
export const heldOf = (message: Message): readonly Held[] => {
  const known = reckoned.get(message) ?? reckon(message);
  reckoned.set(message, known);
  return known;
};

/** What the HIS holds of a message in the end, or before the exchange with that number. */
export const beliefOf = (message: Message, before = Infinity): Belief =>
  heldOf(message).findLast(({ event }) => event.seq < before)?.after ?? NOTHING;

const reckon = (message: Message): Held[] => {
  const [sends, reversals] = [new Set(message.sends), new Set(message.reversals)];
  let belief = NOTHING;
  return timelineOf(message).map((event) => {
    const before = belief;
    if (event.copied) belief = byCopy(before, event);
    else if (reversals.has(event)) belief = byReversal(before, event);
    else belief = sends.has(event) ? bySend(before, event) : byMention(before, event);
    return { event, before, after: belief };
  });
};

const isOpen = ({ is }: Belief): boolean => is === 'nothing' || is === 'unknown' || is === 'doubtful';

/** Open since it became so. */
const open = (belief: Belief, is: 'unknown' | 'doubtful', { at }: LedgerEvent): Belief => ({
  is,
  certain: false,
  since: belief.since ?? at,
});

/** Another window had the answer: whether the HIS as a whole knows, nobody can say. */
const byCopy = (belief: Belief, event: LedgerEvent): Belief =>
  isOpen(belief) ? open(belief, 'doubtful', event) : belief;

const bySend = (belief: Belief, event: LedgerEvent): Belief => {
  const { seen, says } = event;
  if (seen === 'none' || says === 'unknown') {
    return belief.is === 'nothing' || belief.is === 'not-done' ? open(belief, 'unknown', event) : belief;
  }
  if (seen === 'doubtful') return isOpen(belief) || belief.is === 'not-done' ? open(belief, 'doubtful', event) : belief;
  const certain = seen === 'whole';
  if (says === 'done') return { is: 'done', certain: certain || (belief.is === 'done' && belief.certain) };
  if (event.refusal === 'msgid-reversed') return { is: 'reversed', certain };
  return byRefusal(belief, event);
};

/** A copy that was not looked at leaves open what an earlier one has come to. */
const byRefusal = (belief: Belief, { says, seen, refusal }: LedgerEvent): Belief => {
  if (belief.is === 'done' || belief.is === 'reversed') return belief;
  if (belief.is === 'nothing' || belief.is === 'not-done') return { is: 'not-done', certain: seen === 'whole' };
  if (says === 'unhandled') return belief;
  // A refusal that a fault invented is no word on the copy before it; the HIS may take it for one.
  return refusal === 'fault-ordered' ? { ...belief, is: 'doubtful' } : { is: 'not-done', certain: seen === 'whole' };
};

/** Who names a settlement knows of it; that proves nothing about how it was learnt. */
const byMention = (belief: Belief, event: LedgerEvent): Belief =>
  isOpen(belief) && event.seen !== 'none' ? { is: 'done', certain: false } : belief;

const byReversal = (belief: Belief, event: LedgerEvent): Belief => {
  const { seen, says, refusal } = event;
  if (belief.is === 'reversed' || (belief.is === 'not-done' && says !== 'done')) return belief;
  if (seen === 'none' || says === 'unknown') return open(belief, 'unknown', event);
  if (seen === 'doubtful') return open(belief, 'doubtful', event);
  const certain = seen === 'whole';
  if (says === 'done' || refusal === 'original-reversed') return { is: 'reversed', certain };
  if (refusal === 'original-unknown') return { is: 'not-done', certain };
  return says === 'unhandled' ? belief : { ...belief, refused: true };
};
