import type { LedgerEvent } from '../types/ledger.ts';
import { beliefOf } from './belief.ts';
import type { Message } from './message.ts';

/** Reversals of a message that the HIS certainly knew to have succeeded. A copy of one is the same reversal. */
export const ofKnownSuccess = (message: Message): LedgerEvent[] =>
  firstCopies(message.reversals).filter(({ seq }) => {
    const { is, certain } = beliefOf(message, seq);
    return is === 'done' && certain;
  });

/** Reversals under another msgid, sent when the HIS certainly knew that an earlier one had succeeded. */
export const repeated = (message: Message): LedgerEvent[] =>
  firstCopies(message.reversals).filter(({ seq }) => {
    const { is, certain } = beliefOf(message, seq);
    return is === 'reversed' && certain;
  });

const firstCopies = (reversals: readonly LedgerEvent[]): LedgerEvent[] => {
  const seen = new Set<string>();
  return reversals.filter(({ msgid }) => !seen.has(msgid) && seen.add(msgid));
};
