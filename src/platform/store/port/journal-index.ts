import type { Instant } from '../../../kernel/civil-time.ts';

/**
 * Which rows of the journal are meant. What is absent does not matter; several values of one field are alternatives.
 */
export type JournalFilter = {
  readonly trace?: readonly string[];
  readonly door?: readonly string[];
  readonly infno?: readonly string[];
  readonly sender?: readonly string[];
  /** fixmedins_code of the message from outside: its hops have it too. */
  readonly institution?: readonly string[];
  readonly msgid?: readonly string[];
  /** As decided, else as the input says: a refused message has its person as well. The same for the next two. */
  readonly psn_no?: readonly string[];
  readonly mdtrt_id?: readonly string[];
  readonly setl_id?: readonly string[];
  readonly refusal?: readonly string[];
  /** Ids or kinds of faults that struck a message; `any`: any fault at all. */
  readonly fault?: readonly string[];
  /** 0 for what came from outside. */
  readonly hop?: number;
  readonly infcode?: number;
  /** Part of a violation, `psn_type:length`; empty: any violation at all. */
  readonly violations?: string;
  /** Part of the decoded input or of err_msg, to the letter. */
  readonly text?: string;
  /** Both included. */
  readonly since?: Instant;
  readonly until?: Instant;
  /** Numbers of rows, both excluded. */
  readonly after?: number;
  readonly before?: number;
  /** None but these rows. */
  readonly among?: readonly number[];
};

/** In which order rows are found, and how many at most. */
export type Finding = { readonly order: 'newest' | 'oldest'; readonly limit: number };

/** A body that holds a text: whose it is, where, and what stands around it. */
export type BodyHit = {
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly encoding: 'utf-8' | 'gbk';
  /** Bytes. */
  readonly size: number;
  readonly excerpt: string;
};

/** Rows to be written down for elsewhere, as lines of JSON. */
export type ExportSlice = {
  /** Each ends with a line feed; empty when nothing is left. */
  readonly lines: string;
  readonly rows: number;
  /** Number of the last row. */
  readonly last: number;
};

/** What the journal came to, in one number. */
export type JournalHash = {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly rows: number;
  /** Rows whose answer is not kept: they count without it. */
  readonly withoutAnswer: number;
};

/**
 * Finds rows of a book's journal beside the thread that serves messages. It sees every row that was committed before
 * it is asked.
 */
export type JournalIndex = {
  /** Numbers of rows that were committed just now. */
  readonly told: (seqs: readonly number[]) => void;
  /** Numbers of rows that were dropped just now. */
  readonly dropped: (seqs: readonly number[]) => void;
  /** Numbers of rows, in the order asked for. */
  readonly find: (filter: JournalFilter, finding: Finding) => Promise<readonly number[]>;
  readonly count: (filter: JournalFilter) => Promise<number>;
  /** The next bodies after a place (0: the first): hits, and the place to go on from; undefined at the end. */
  readonly bodies: (
    text: string,
    after: number,
  ) => Promise<{ readonly hits: readonly BodyHit[]; readonly next?: number; readonly scanned: number }>;
  readonly export: (filter: JournalFilter, bodies: boolean) => Promise<ExportSlice>;
  readonly hash: () => Promise<JournalHash>;
  /** Rows the index has not taken in yet; it finds them all the same, only slower. */
  readonly waiting: () => Promise<number>;
  /** Lets go of the files. */
  readonly close: () => Promise<void>;
};
