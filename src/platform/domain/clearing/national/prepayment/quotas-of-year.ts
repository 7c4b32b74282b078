import { add, ZERO, type Fen } from '../../../../../kernel/money.ts';
import type { ClearingRules } from '../../../../../rules/clearing/calendar.ts';
import { quotaOf } from '../../../../../rules/clearing/prepayment.ts';
import type { GeneratedTable, Quota, RecordReader } from '../records.ts';

export const quotaKey = ({ year, payer, payee }: Pick<Quota, 'year' | 'payer' | 'payee'>): string =>
  `${year} ${payer} ${payee}`;

/** Every quota of a year. */
export const quotasIn = ({ clearingRecords }: Pick<RecordReader, 'clearingRecords'>, year: string) =>
  clearingRecords('quota', `${year} `, `${year} ~`);

/** 预付金额度 of a year, reckoned from the fund's part of the last quarter before it. What was set by hand stays. */
export const quotasOfYear = (reader: RecordReader, year: string, rules: ClearingRules): Quota[] => {
  const before = Number(year) - 1;
  const tables = ['10', '11', '12'].map((month) => reader.clearingRecord('table', `${before}${month}`));
  const byHand = quotasIn(reader, year).filter(({ set }) => set === 'by-hand');
  const reckoned = new Map<string, Quota>();
  for (const [key, quarter] of quartersOf(tables)) {
    const [payer = '', payee = ''] = key.split(' ');
    const amount = quotaOf(quarter, rules);
    if (amount > 0) reckoned.set(key, { year, payer, payee, amount, set: 'reckoned' });
  }
  for (const quota of byHand) reckoned.set(`${quota.payer} ${quota.payee}`, quota);
  return [...reckoned.values()].sort((a, b) => (quotaKey(a) < quotaKey(b) ? -1 : 1));
};

/** The fund's part by pair, month by month. */
const quartersOf = (tables: readonly (GeneratedTable | undefined)[]): Map<string, Fen[]> => {
  const sums = new Map<string, Fen[]>();
  tables.forEach((generated, month) => {
    for (const { payer, payee, fund } of generated?.table.pairs ?? []) {
      const key = `${payer} ${payee}`;
      const quarter = sums.get(key) ?? tables.map(() => ZERO);
      quarter[month] = add(quarter[month] ?? ZERO, fund);
      sums.set(key, quarter);
    }
  });
  return sums;
};
