import type { Instant } from '../../../kernel/civil-time.ts';

/** One side of an exchange as it went over the wire, numbers that may be a real person's masked. */
export type Body = {
  /** Number of the exchange. */
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly content_type: string;
  readonly bytes: Uint8Array;
};

/** Where bodies are kept: append-only, written by `flush`, not synced. */
export type BodyStore = {
  readonly append: (body: Body) => void;
  /** Both sides of an exchange; empty when they were lost. `generation`: where it is not the present one. */
  readonly read: (seq: number, generation?: number) => readonly Body[];
  readonly flush: () => void;
  /** Takes some of the oldest away where they are more bytes than that; true while they still are. */
  readonly trim: (limit: number) => boolean;
  readonly state: () => BodyState;
  readonly close: () => void;
  /** Closes for whoever opens the file next, at once. */
  readonly handOver: () => void;
};

/** What bodies take up in bytes, and what has been taken away to keep them within their limit. */
export type BodyState = { readonly size: number; readonly dropped: number; readonly droppedUpTo: number };

/** Opens the file that all generations of a workspace share; what cannot be written is told and dropped. */
export type OpenBodies = (options: {
  readonly file: string;
  readonly generation: number;
  readonly onLoss: (problem: unknown) => void;
}) => BodyStore;
