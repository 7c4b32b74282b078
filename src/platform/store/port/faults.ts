import type { Fault } from '../../../kernel/fault/fault.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Firing } from '../../domain/firing.ts';

/** What is armed, what has fired, and whether answers have left: a part of the reader. */
export type FaultReader = {
  /** Armed faults, spent ones too, in the order in which they were armed. */
  readonly faults: () => Fault[];
  readonly faultAttempts: (fault: string, key: string) => number;
  /** What fired at exchanges with a higher number, oldest first. */
  readonly firingsAfter: (seq: number, limit: number) => Firing[];
  readonly firingsOf: (seq: number) => Firing[];
  readonly delivery: (seq: number) => Delivery | undefined;
  /** Of exchanges with a higher number, oldest first. */
  readonly deliveriesAfter: (seq: number, limit: number) => Delivery[];
};

/** What changes of it. */
export type FaultWrite =
  | { readonly kind: 'fault.put'; readonly fault: Fault }
  | { readonly kind: 'fault.drop'; readonly id: string }
  /** How often a fault by chance has met this key. */
  | { readonly kind: 'fault.attempt'; readonly fault: string; readonly key: string; readonly attempt: number }
  | { readonly kind: 'firing.append'; readonly firing: Firing }
  | { readonly kind: 'delivery.put'; readonly delivery: Delivery };
