import type { HopReply } from './desk.ts';
import type { LegQuestion } from '../store/port.ts';

/**
 * The insured place 参保地 behind the switch. embedded: answered in the same turn by the sandbox's own engine; waiting:
 * the message leaves the turn, `send` resolves with the answer when it comes and rejects when the place does not
 * answer.
 */
export type InsuredPlace =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'waiting';
      readonly send: (question: LegQuestion) => Promise<HopReply>;
      readonly timeoutMs: number;
    };

export const EMBEDDED: InsuredPlace = { kind: 'embedded' };
