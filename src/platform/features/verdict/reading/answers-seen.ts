import type { DeliveryState } from '../../../domain/delivery.ts';
import type { Seen } from '../types/ledger.ts';

/**
 * What a fault leaves of the answer of the exchange that it strikes, by its kind. `delivered`: as the delivery says.
 * Kinds of which nothing is said here leave it doubtful.
 */
export const ANSWER_AFTER: Readonly<Record<string, Seen | 'delivered'>> = {
  'no-read': 'none',
  'request-lost': 'none',
  'request-cut': 'delivered',
  'answer-lost': 'none',
  'query-fails': 'delivered',
  'reversal-lost': 'none',
  'reversal-refused': 'delivered',
  delay: 'late',
  'late-answer': 'late',
  'answer-to-next': 'doubtful',
  'answer-twice': 'delivered',
  'request-twice': 'delivered',
  'out-of-order': 'late',
  'wrong-msgid': 'doubtful',
  'wrong-person': 'doubtful',
  'money-altered': 'doubtful',
  'half-body': 'none',
  'chunk-cut': 'none',
  // A lenient reader may make sense of these.
  'bad-json': 'doubtful',
  'bad-charset': 'doubtful',
  'login-page': 'doubtful',
  'odd-value': 'doubtful',
  'huge-answer': 'doubtful',
  reset: 'none',
  drip: 'late',
  'keep-alive-killed': 'delivered',
  'gateway-error': 'none',
  'business-error': 'delivered',
  busy: 'delivered',
  'sign-in-invalid': 'delivered',
  'signature-invalid': 'delivered',
  'clock-skew': 'delivered',
  'place-down': 'late',
  'place-slow': 'late',
  'centre-down': 'delivered',
  'split-commit': 'late',
  'maintenance-notice': 'delivered',
  outage: 'none',
  'balance-changed': 'delivered',
  'two-windows': 'delivered',
  'refund-refused': 'delivered',
};

/** The order in which less is left. */
const WORSE: readonly Seen[] = ['whole', 'late', 'doubtful', 'none'];

export type Answered = {
  readonly delivery: DeliveryState | undefined;
  readonly kinds: readonly string[];
  /** An answer whose leaving is not watched: that of a query, or of a refusal that came before the business. */
  readonly unwatched: boolean;
};

/** What the HIS can have of an answer: the worst of what its delivery and the faults leave. */
export const seenOf = ({ delivery, kinds, unwatched }: Answered): Seen => {
  const delivered = DELIVERED[delivery ?? (unwatched ? 'sent' : 'unknown')];
  const left = kinds
    .map((kind) => ANSWER_AFTER[kind] ?? 'doubtful')
    .map((one) => (one === 'delivered' ? 'whole' : one));
  return [delivered, ...left].reduce((worst, one) => (WORSE.indexOf(one) > WORSE.indexOf(worst) ? one : worst));
};

const DELIVERED: Readonly<Record<DeliveryState, Seen>> = { sent: 'whole', unknown: 'doubtful', cut: 'none' };
