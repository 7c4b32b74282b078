import type { Instant } from '../../kernel/civil-time.ts';

/**
 * Whether an answer has left. sent: all of it, the connection was alive; cut: certainly not all of it; unknown: it may
 * have. A change without any (the process ended) is unknown.
 */
export type DeliveryState = 'sent' | 'cut' | 'unknown';

/** What is known of the answer of an exchange. */
export type Delivery = { readonly seq: number; readonly state: DeliveryState; readonly at: Instant };
