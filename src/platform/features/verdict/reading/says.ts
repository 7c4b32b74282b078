import type { JournalRow } from '../../../store/port.ts';
import type { Says } from '../types/ledger.ts';

/** Refusals that say that nobody knows what came of the message. */
const UNKNOWN = new Set(['insured-place-silent', 'insured-answer-invalid']);

/** Refusals of a message that was not looked at: they say nothing of an earlier copy of it. */
const UNHANDLED = new Set([
  'malformed', 'platform-error', 'sign-in-required', 'sign-in-invalid', 'in-maintenance', 'maintenance-begun',
  'maintenance-ahead', 'msgid-reused', 'fault-unknown', 'insured-place-unreached', 'institution-unknown', 'leg-unknown',
]); // prettier-ignore

/** Kinds whose refusal says that the message was not looked at. */
const BUSY_KINDS = new Set([
  'busy', 'sign-in-invalid', 'signature-invalid', 'clock-skew', 'request-cut', 'maintenance-notice', 'centre-down',
  'query-fails',
]); // prettier-ignore

/** Kinds that answer in the platform's place with a page that says clearly that nothing was done. */
const CLEAR_PAGES = new Set(['busy', 'signature-invalid']);

/** What the answer to a message says of the business. */
export const saysOf = ({ infcode, refusal = '' }: JournalRow, kinds: readonly string[]): Says => {
  if (infcode === 0) return 'done';
  if (UNKNOWN.has(refusal)) return 'unknown';
  if (refusal === 'fault-unhandled') return kinds.some((kind) => CLEAR_PAGES.has(kind)) ? 'unhandled' : 'unknown';
  if (refusal === 'fault-ordered') return kinds.some((kind) => BUSY_KINDS.has(kind)) ? 'unhandled' : 'not-done';
  return UNHANDLED.has(refusal) ? 'unhandled' : 'not-done';
};
