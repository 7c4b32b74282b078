import type { LedgerEvent } from '../types/ledger.ts';
import { heldOf, type Belief } from './belief.ts';
import type { Message } from './message.ts';

/** Reversals of a message that the HIS certainly knew to have succeeded. A copy of one is the same reversal. */
export const ofKnownSuccess = (message: Message): LedgerEvent[] => knowing(message, 'done');

/** Reversals under another msgid, sent when the HIS certainly knew that an earlier one had succeeded. */
export const repeated = (message: Message): LedgerEvent[] => knowing(message, 'reversed');

/** Reversals that were sent for the first time when the HIS certainly knew that much of the message. */
const knowing = (message: Message, wanted: Belief['is']): LedgerEvent[] => {
  const first = new Set(firstCopies(message.reversals));
  return heldOf(message).flatMap(({ event, before: { is, certain } }) =>
    first.has(event) && is === wanted && certain ? [event] : [],
  );
};

const firstCopies = (reversals: readonly LedgerEvent[]): LedgerEvent[] => {
  const seen = new Set<string>();
  return reversals.filter(({ msgid }) => !seen.has(msgid) && seen.add(msgid));
};
