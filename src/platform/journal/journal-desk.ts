import type { JournalRow } from '../store/port.ts';
import type { JournalIndex } from '../store/port/journal-index.ts';
import type { Dropped } from './dropped.ts';
import type { RecentRows } from './recent-rows.ts';

/** Who follows a journal; `ended` when its generation ends, after which nothing more is told. */
export type Follower = { readonly told: (rows: readonly JournalRow[]) => void; readonly ended: () => void };

/** The journal of a running generation as an instrument: to be searched, followed, kept short. */
export type JournalDesk = {
  readonly index: JournalIndex;
  /** Settles when everything that was answered so far has reached the journal: rows of queries follow their answers. */
  readonly written: () => Promise<void>;
  /** Rows as they are committed, until the returned function is called. */
  readonly follow: (follower: Follower) => () => void;
  /** How many follow. */
  readonly followers: () => number;
  /** Ends whoever follows: the server is closing. */
  readonly hangUp: () => void;
  readonly recent: RecentRows;
  /** Rows of these numbers, in that order; those that have gone are left out. */
  readonly rows: (seqs: readonly number[]) => readonly JournalRow[];
  readonly dropped: () => Dropped | undefined;
  /** Settles when no row is left that retention has begun to take away. */
  readonly shortened: () => Promise<void>;
  readonly close: () => Promise<void>;
};
