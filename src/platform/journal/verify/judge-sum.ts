import type { JournalRow } from '../../store/port.ts';
import type { JournalDesk } from '../journal-desk.ts';
import type { Expectation, Verdict } from './expectation.ts';
import { decimalOf, sumIn, unitsOf, type Line } from './sum-of.ts';

type Sum = Extract<Expectation, { readonly kind: 'sum' }>;

const SHOWN = 5;

/**
 * Adds a field up over all rows of the filter; rows that do not have it are told, so that no sum is right by chance.
 */
export const judgeSum = async (journal: JournalDesk, { match, field, equals }: Sum): Promise<Verdict> => {
  const rows: number[] = [];
  let sum = 0n;
  let without = 0;
  for (let after = match.after ?? 0; ;) {
    const slice = await journal.index.export({ ...match, after }, false);
    if (slice.rows === 0) break;
    for (const text of slice.lines.trimEnd().split('\n')) {
      const line = JSON.parse(text) as Line & Pick<JournalRow, 'seq'>;
      const value = sumIn(line, field);
      if (value === undefined) without += 1;
      sum += value ?? 0n;
      if (rows.length < SHOWN) rows.push(line.seq);
    }
    after = slice.last;
  }
  const missing = without === 0 ? '' : `，${without} 条没有这个字段`;
  return {
    kind: 'sum',
    passed: sum === unitsOf(equals),
    message: `${field} 合计 ${decimalOf(sum)}，应为 ${equals}${missing}`,
    rows: journal.rows(rows),
    closest: [],
  };
};
