import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, ZERO, type Fen } from '../../kernel/money.ts';
import type { ClearingRules } from './calendar.ts';
import type { Month } from './month/month.ts';
import { addPeriods, type Period } from './period.ts';
import type { ProvinceSums, ClearingTable } from './table.ts';

/** The months in which fees of a year may be cleared: its own, and those of the next one until the end 年终. */
export const monthsOfYear = (year: string, { yearEndMonth }: Pick<ClearingRules, 'yearEndMonth'>): Period[] =>
  Array.from({ length: 12 + yearEndMonth }, (_one, index) => addPeriods(`${year}01`, index));

/** Months of a year that are not closed: the year ends when there is none left. */
export const openOfYear = (
  year: string,
  months: readonly Month[],
  rules: Pick<ClearingRules, 'yearEndMonth'>,
): Period[] => {
  const closed = new Set(months.filter(({ stage }) => stage === 'closed').map(({ period }) => period));
  return monthsOfYear(year, rules).filter((period) => !closed.has(period));
};

/** What each province paid and got in the months of these tables together, in the order of their codes. */
export const yearSums = (tables: readonly ClearingTable[]): ProvinceSums[] => {
  const found = new Map<Admdvs, { payable: Fen; receivable: Fen }>();
  for (const { provinces } of tables) {
    for (const { province, payable, receivable } of provinces) {
      const before = found.get(province) ?? { payable: ZERO, receivable: ZERO };
      const sums = { payable: add(before.payable, payable), receivable: add(before.receivable, receivable) };
      found.set(province, sums);
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([province, sums]) => ({ province, ...sums }));
};
