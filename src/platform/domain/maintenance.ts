import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';

/** A transaction by the side that documents it: `hospital/2207`, `national/1107`. */
export type TransactionName = `${'hospital' | 'national'}/${string}`;

/**
 * A maintenance window 停机维护: answers carry its text at once, never a time-out (source: 医保办发〔2024〕19号 五(二)). Lead
 * time, drain and windows of single transactions are ours (sandbox).
 */
export type Maintenance = {
  readonly id: string;
  /** Whose system is down: the national node, a place (a whole province by its xx0000 code), or everybody's. */
  readonly node: 'national' | 'all' | Admdvs;
  /** Only these transactions are down; absent: the whole system. */
  readonly transactions?: readonly TransactionName[];
  /** From the begin to before the end. */
  readonly begin: Instant;
  readonly end: Instant;
  /** Lead time 提前期 in minutes before the begin, in which earlier business drains; absent: none. */
  readonly leadMinutes?: number;
  /** What new business meets in the lead time: refused unless said, or warned: done, with the announcement. */
  readonly newBusiness?: 'refused' | 'warned';
  /** What was announced. */
  readonly text: string;
  /** Set when it was called off: the window no longer counts. */
  readonly cancelledAt?: Instant;
};
