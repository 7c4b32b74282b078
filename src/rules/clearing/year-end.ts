import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, ZERO, type Fen } from '../../kernel/money.ts';
import type { ClearingRules } from './calendar.ts';
import type { Month } from './month/month.ts';
import { addPeriods, type Period } from './period.ts';
import type { ClearingTable, ProvinceSums } from './table.ts';

/** The months in which fees of a year may be cleared: its own, and those of the next one until the end 年终. */
export const monthsOfYear = (year: string, { yearEndMonth }: Pick<ClearingRules, 'yearEndMonth'>): Period[] =>
  Array.from({ length: 12 + yearEndMonth }, (_one, index) => addPeriods(`${year}01`, index));

/** Months of a year whose clearing has begun and is not closed: the year ends when there is none left. */
export const openOfYear = (
  year: string,
  months: readonly Pick<Month, 'period' | 'stage'>[],
  rules: Pick<ClearingRules, 'yearEndMonth'>,
): Period[] => {
  const inYear = new Set(monthsOfYear(year, rules));
  return months.filter(({ period, stage }) => inYear.has(period) && stage !== 'closed').map(({ period }) => period);
};

/** What each province pays and gets for fees that arose in a year, in whichever month they were cleared. */
export const yearSums = (year: string, tables: readonly Pick<ClearingTable, 'years'>[]): ProvinceSums[] => {
  const found = new Map<Admdvs, { payable: Fen; receivable: Fen }>();
  for (const { provinces } of tables.flatMap(({ years }) => years.filter((row) => row.year === year))) {
    for (const { province, payable, receivable } of provinces) {
      const before = found.get(province) ?? { payable: ZERO, receivable: ZERO };
      const sums = { payable: add(before.payable, payable), receivable: add(before.receivable, receivable) };
      found.set(province, sums);
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([province, sums]) => ({ province, ...sums }));
};
