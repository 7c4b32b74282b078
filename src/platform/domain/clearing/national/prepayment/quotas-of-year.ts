import { add, ZERO, type Fen } from '../../../../kernel/money.ts';
import type { ClearingRules } from '../../../../rules/clearing/calendar.ts';
import { addPeriods } from '../../../../rules/clearing/period.ts';
import { quotaOf } from '../../../../rules/clearing/prepayment.ts';
import type { ClearingTable } from '../../../../rules/clearing/table.ts';
import type { DomainWrite } from '../../write.ts';
import type { GeneratedTable, Quota } from './records.ts';

/** The look-ups that quotas are reckoned from. */
export type QuotaReader = {
  readonly clearingRecord: {
    (kind: 'table', key: string): GeneratedTable | undefined;
    (kind: 'quota', key: string): Quota | undefined;
  };
};

export const quotaKey = ({ year, payer, payee }: Pick<Quota, 'year' | 'payer' | 'payee'>): string =>
  `${year} ${payer} ${payee}`;

/**
 * 预付金额度 of the next year, reckoned when the table of December is there: by the fund's part of the last quarter. What
 * was set by hand stays.
 */
export const quotasAfter = (reader: QuotaReader, december: ClearingTable, rules: ClearingRules): DomainWrite[] => {
  if (!december.period.endsWith('12')) return [];
  const year = String(Number(december.period.slice(0, 4)) + 1);
  const earlier = [-2, -1].map((months) => reader.clearingRecord('table', addPeriods(december.period, months))?.table);
  const sums = new Map<string, [Fen, Fen, Fen]>();
  [...earlier, december].forEach((table, month) => {
    for (const { payer, payee, fund } of table?.pairs ?? []) {
      const key = quotaKey({ year, payer, payee });
      const quarter = sums.get(key) ?? [ZERO, ZERO, ZERO];
      quarter[month] = add(quarter[month] ?? ZERO, fund);
      sums.set(key, quarter);
    }
  });
  return [...sums].flatMap(([key, quarter]): DomainWrite[] => {
    const [, payer = '', payee = ''] = key.split(' ');
    const amount = quotaOf(quarter, rules);
    if (amount <= 0 || reader.clearingRecord('quota', key)?.set === 'by-hand') return [];
    return [{ kind: 'clearing.put', record: 'quota', key, body: { year, payer, payee, amount, set: 'reckoned' } }];
  });
};
