import type { Instant } from '../../kernel/civil-time.ts';
import type { Scope } from '../../kernel/fault/fault.ts';

/** What a row of the journal says of a fault that struck its exchange. */
export type Fired = Pick<Firing, 'fault' | 'kind' | 'scope' | 'with' | 'draw'>;

/** One effect of a fault on one exchange. Its row is committed before the effect begins. */
export type Firing = {
  /** Number of the exchange that was struck. */
  readonly seq: number;
  /** 1, 2 …: which of the firings of that exchange. */
  readonly nth: number;
  readonly fault: string;
  readonly kind: string;
  readonly scope: Scope;
  readonly at: Instant;
  /** What it drew, 0 to 1: sizes at random come from it. */
  readonly draw: number;
  readonly with: Readonly<Record<string, unknown>>;
  readonly infno: string;
  readonly fixmedins_code?: string;
  readonly note?: string;
};
