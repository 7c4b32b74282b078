import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Fen } from '../../../../kernel/money.ts';

/** How a settlement stands in the HIS's own book; unknown: the HIS knows that it does not know. */
export const HIS_STATES = ['paid', 'refunded', 'reversed', 'unknown'] as const;

export type HisState = (typeof HIS_STATES)[number];

/** One settlement in the HIS's own book, found by its number, else by its message, else by its batch. */
export type HisRow = {
  readonly fixmedins_code: string;
  readonly setl_id?: string;
  readonly msgid?: string;
  readonly mdtrt_id?: string;
  readonly chrg_bchno?: string;
  /** 医疗费总额 in 分, never negative: what was given back says the state. */
  readonly medfee_sumamt: Fen;
  readonly state: HisState;
};

/** Where a book came from: a file given to the verdict, the HIS's own interface, or its reconciliation by 3202. */
export type BookSource = 'csv' | 'api' | 'statement';

/** What a statement 对明细账 of an institution speaks of, and of nothing else. */
export type StatementCover = {
  readonly fixmedins_code: string;
  /** The platform's settlements and refunds within its days, clearing place and clearing category. */
  readonly setl_ids: ReadonlySet<string>;
  /** Number of the exchange that brought the file: what came later is not in it. */
  readonly before: number;
};

/**
 * A HIS's own book: all settlements of these institutions up to that moment of the virtual clock; with covers, only
 * what lies inside them.
 */
export type HisBook = {
  readonly source: BookSource;
  readonly at: Instant;
  /** The number of an exchange before which it was given; the time alone decides where it is not kept. */
  readonly before?: number;
  readonly institutions: readonly string[];
  readonly rows: readonly HisRow[];
  readonly covers?: readonly StatementCover[];
};
