import type { Instant } from '../civil-time.ts';
import type { Fen } from '../money.ts';

/**
 * When a fault takes effect: before anything is written, after it was committed, or in the answer alone (which is
 * rendered from what was committed).
 */
export type Scope = 'before-commit' | 'after-commit' | 'response';

export const SCOPES: readonly Scope[] = ['before-commit', 'after-commit', 'response'];

/** Whom a fault is for. Everything that is given must hold. */
export type When = {
  readonly door?: string;
  readonly infno?: readonly string[];
  readonly fixmedins_code?: string;
  readonly psn_no?: string;
  /** The end of the name 姓名: a cashier chooses it by choosing the person. */
  readonly psn_name?: string;
  readonly mdtrtarea?: string;
  readonly insuplc?: string;
  /** Of the claim 医疗费总额; ending: its last digits in 分, `81` of 123.81. */
  readonly amount?: { readonly gte?: Fen; readonly lte?: Fen; readonly ending?: string };
  /** A field of the input by its path: `data.med_type`. */
  readonly field?: { readonly path: string; readonly equals: string };
  /** What has become of the visit so far. */
  readonly state?: string;
};

/** Which of the calls that match are struck. `from` and `to` are times of the virtual clock, `rate` is 0 to 1. */
export type Schedule =
  | { readonly always: true }
  | { readonly nth: number }
  | { readonly every: number }
  | { readonly first: number }
  | { readonly rate: number; readonly seed: string }
  | { readonly from: Instant; readonly to: Instant }
  /** Grows from never to always between the two times. */
  | { readonly ramp: { readonly from: Instant; readonly to: Instant }; readonly seed: string }
  /** One entry a call, over when it is read to its end. */
  | { readonly script: readonly ('ok' | 'fail')[] };

/** When a fault strikes, of messages as of devices, with what it has seen and done so far. */
export type Planned = {
  readonly id: string;
  readonly schedule: Schedule;
  /** Firings after which it is spent and heals by itself. */
  readonly count?: number;
  /** Of the virtual clock; from then on it is spent. */
  readonly expiresAt?: Instant;
  /** The highest is asked first; of equals the one that was armed first. */
  readonly priority: number;
  /** Fires besides others; of those that do not stack only the first one fires. */
  readonly stack: boolean;
  /** Calls that matched. */
  readonly seen: number;
  readonly fired: number;
};

/** A fault of messages that is armed. */
export type Fault = Planned & {
  readonly kind: string;
  readonly when: When;
  readonly scope: Scope;
  /** Parameters of the kind, checked by it. */
  readonly with: Readonly<Record<string, unknown>>;
  readonly note?: string;
};
