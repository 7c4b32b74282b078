import { addPeriods, laterPeriod, type Period } from '../../../../rules/clearing/period.ts';
import type { ClearedMonth, GeneratedTable } from './records.ts';

/** The look-ups that say how far months have come. */
export type ProgressReader = {
  readonly clearingRecords: {
    (kind: 'month', from: string, to: string): readonly ClearedMonth[];
    (kind: 'table', from: string, to: string): readonly GeneratedTable[];
  };
};

/** Months are written with digits alone. */
const LAST = '999999';

/**
 * The first month from one on that no collected month follows: its rows may still change, and what it leaves over goes
 * on to a month that is still to come.
 */
export const firstUncollected = (reader: ProgressReader, from: Period): Period =>
  after(from, reader.clearingRecords('month', from, LAST).at(-1)?.period);

/** The same of months whose table is generated. */
export const firstUngenerated = (reader: ProgressReader, from: Period): Period =>
  after(from, reader.clearingRecords('table', from, LAST).at(-1)?.table.period);

const after = (from: Period, last: Period | undefined): Period =>
  last === undefined ? from : laterPeriod(from, addPeriods(last, 1));
