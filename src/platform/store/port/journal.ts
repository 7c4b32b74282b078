import type { Instant } from '../../../kernel/civil-time.ts';
import type { Fired } from '../../domain/firing.ts';

/** A row of the thin journal: one exchange or one hop. Bodies are kept apart. */
export type JournalRow = {
  readonly seq: number;
  readonly trace: string;
  /** 0 for what came from outside, 1 and more for the hops inside. */
  readonly hop: number;
  readonly door: string;
  readonly infno: string;
  readonly sender: string;
  readonly msgid: string;
  readonly at: Instant;
  readonly infcode: number;
  readonly err_msg?: string;
  /** Domain name of the refusal. */
  readonly refusal?: string;
  readonly mdtrt_id?: string;
  readonly setl_id?: string;
  readonly psn_no?: string;
  /**
   * The canonical input as decoded, real-looking identity numbers masked. Empty where it could not be read, and for a
   * relayed hop: that of the hop above it, which has the same msgid.
   */
  readonly input: string;
  readonly violations: readonly string[];
  /** Kinds of writes, in order. */
  readonly writes: readonly string[];
  /** True when a stored answer was repeated. */
  readonly repeated: boolean;
  /**
   * self: sent by the sandbox's own acceptance run 自检, or part of a history that it made; remote: a hop that the
   * province's own system answered. Absent: sent from outside, or answered by the embedded engine.
   */
  readonly via?: 'self' | 'remote';
  /** Faults that struck a message from outside, in the order in which they did; absent: none. */
  readonly faults?: readonly Fired[];
};

/** What a row is, without what it says: a journal is gone through by it. */
export type JournalHead = Pick<JournalRow, 'seq' | 'trace' | 'hop' | 'door' | 'sender' | 'at' | 'via'>;

/** What was said and answered: a part of the reader. */
export type JournalReader = {
  readonly lastJournalSeq: () => number;
  /** Newest first. */
  readonly journal: (limit: number) => JournalRow[];
  readonly journalOfTrace: (trace: string) => JournalRow[];
  readonly headsOfTrace: (trace: string) => JournalHead[];
  /** Those of these numbers that are there, in the order of the numbers given. */
  readonly journalRows: (seqs: readonly number[]) => JournalRow[];
  /** Those with a higher number, oldest first. */
  readonly journalAfter: (seq: number, limit: number) => JournalHead[];
  /** How many have a higher number. */
  readonly journalCount: (seq: number) => number;
  /** All of these doors, oldest first. */
  readonly journalOfDoors: (doors: readonly string[]) => JournalRow[];
};
