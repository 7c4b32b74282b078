import type { Admdvs } from '../../../../../kernel/admdvs.ts';
import { sum, type Fen } from '../../../../../kernel/money.ts';
import type { ClearingRules } from '../../../../../rules/clearing/calendar.ts';
import type { Period } from '../../../../../rules/clearing/period.ts';
import { usageLevel, type UsageLevel } from '../../../../../rules/clearing/prepayment.ts';
import type { RecordReader } from '../records.ts';
import { quotasIn } from './quotas-of-year.ts';

/** How far the clearing of a month uses up the prepayments of a treatment province. */
export type Usage = {
  readonly province: Admdvs;
  /** The quotas 预付金额度 of all payers together. */
  readonly prepaid: Fen;
  readonly clearing: Fen;
  /** In 1/10,000, rounded down; null where nothing was prepaid. */
  readonly rate: number | null;
  readonly level: UsageLevel | null;
};

/** 预付金使用 of every treatment province in a month; it may use the prepayments of all payers together. */
export const usageOf = (reader: RecordReader, period: Period, rules: ClearingRules): Usage[] => {
  const quotas = quotasIn(reader, period.slice(0, 4));
  return (reader.clearingRecord('table', period)?.table.provinces ?? [])
    .filter((row) => row.receivable !== 0)
    .map(({ province, receivable: clearing }) => {
      const prepaid = sum(quotas.filter((quota) => quota.payee === province).map((quota) => quota.amount));
      if (prepaid <= 0) return { province, prepaid, clearing, rate: null, level: null };
      const rate = Number((BigInt(clearing) * 10_000n) / BigInt(prepaid));
      return { province, prepaid, clearing, rate, level: usageLevel(clearing, prepaid, rules) };
    });
};
