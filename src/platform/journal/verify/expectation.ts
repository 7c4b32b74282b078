import type { JournalRow } from '../../store/port.ts';
import type { JournalFilter } from '../../store/port/journal-index.ts';

/** What a test says must be true of the journal. */
export type Expectation =
  | {
      readonly kind: 'count';
      readonly match: JournalFilter;
      readonly equals?: number;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  /** One after another, others may stand between. */
  | { readonly kind: 'order'; readonly matches: readonly JournalFilter[] }
  /** Now, or within so many seconds of the machine. */
  | { readonly kind: 'eventually'; readonly match: JournalFilter; readonly within: number }
  /** Never; or never after a row, or after the first that matches. */
  | { readonly kind: 'none'; readonly match: JournalFilter; readonly after?: JournalFilter | number }
  /** A decimal text: what the field comes to over all rows. */
  | { readonly kind: 'sum'; readonly match: JournalFilter; readonly field: string; readonly equals: string };

/** A row that fails by little: which conditions it does not meet, and what it says instead. */
export type CloseRow = {
  readonly row: JournalRow;
  readonly differs: readonly { readonly condition: string; readonly came: string }[];
};

/** How an expectation came out; the message says in plain Chinese what was seen. */
export type Verdict = {
  readonly kind: Expectation['kind'];
  readonly passed: boolean;
  readonly message: string;
  /** Rows that bear it out, or that stand against it; a few. */
  readonly rows: readonly JournalRow[];
  readonly closest: readonly CloseRow[];
};
