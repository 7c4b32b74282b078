import type { CivilDate, CivilDateTime } from '../../../kernel/civil-time.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import type { RecordReader } from '../../domain/clearing/national/records.ts';
import type { Settlement } from '../../domain/settlement.ts';

/** A row by whose place in a list the next page goes on. */
export type TimeMark = Pick<Settlement, 'setl_time' | 'setl_id'>;

/** What clearing between provinces asks of a book. Lists come in pages: a month is never held as a whole. */
export type NationalClearingReader = RecordReader & {
  /** Of the national book: settlements and refunds of a day by time and number, those after a row. */
  readonly nationalOfDay: (date: CivilDate, after: TimeMark | undefined, limit: number) => Settlement[];
  /** The same of the insured book: of all insured places, what they pay at home and reimburse by hand as well. */
  readonly insuredOfDay: (date: CivilDate, after: TimeMark | undefined, limit: number) => Settlement[];
  /**
   * Of the national book: what no hospital of this book settled or refunded, of which nothing was said, between two
   * moments, both included, by time and number. The caller keeps the stretch short.
   */
  readonly nationalUnfiled: (from: CivilDateTime, to: CivilDateTime) => Settlement[];
  /** Of the national book: what stands and nobody ever confirmed, between two moments as above. */
  readonly nationalUnconfirmed: (from: CivilDateTime, to: CivilDateTime) => Settlement[];
  /** Of the national book: what was confirmed in a month, by number, those after a number. */
  readonly nationalConfirmed: (period: Period, after: string, limit: number) => Settlement[];
};
