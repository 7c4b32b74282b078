import type { Scope } from '../../../../src/kernel/fault/fault.ts';
import type { DeliveryState } from '../../../../src/platform/domain/delivery.ts';
import type { Seen } from '../seen.ts';

/** An envelope as a client parses it. */
export type Envelope = {
  readonly infcode: number;
  readonly err_msg: string | null;
  readonly inf_refmsgid: string | null;
  readonly respond_time: string;
  readonly output: {
    readonly setlinfo: Readonly<Record<string, string | number | null>>;
    readonly setldetail: readonly unknown[];
    readonly exp_content_new?: string;
  };
};

/** A message of the window: what is struck. */
export type Struck = 'settlement' | 'refund' | 'reversal' | 'query';

/** One kind of fault in one of its scopes, and what comes of it. */
export type Row = {
  readonly kind: string;
  readonly scope: Scope;
  readonly with?: Readonly<Record<string, unknown>>;
  /** Absent: the settlement 2207. */
  readonly struck?: Struck;
  readonly seen: Partial<Omit<Seen, 'bytes'>>;
  /** What the body says. */
  readonly body?: (bytes: Buffer) => void;
  /** Settlements that stand at the treatment and at the insured place, once it is over. */
  readonly book: readonly [treatment: number, insured: number];
  /** undefined: a query that is answered in order; nobody asks whether that left. */
  readonly delivery: DeliveryState | undefined;
};

/** The envelope of a body that can be read. */
export const envelopeIn = (bytes: Buffer): Envelope => JSON.parse(bytes.toString('utf8')) as Envelope;

export const NOTHING = { heads: 0, body: 'none' } as const;
export const WHOLE = { heads: 1, status: 200, body: 'whole', end: 'open' } as const;
export const NOBODY = [0, 0] as const;
export const BOTH = [1, 1] as const;
