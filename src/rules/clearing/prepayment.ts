import { asFen, negate, subtract, sum, ZERO, type Fen } from '../../kernel/money.ts';
import { divideRounded, safeProduct } from '../../kernel/rounding.ts';
import type { PairDue } from './bills.ts';
import type { ClearingRules } from './calendar.ts';

/** 预付金额度 of a year: so many times the average month of the last quarter of the year before, half up to 分. */
export const quotaOf = (lastQuarter: readonly Fen[], rules: ClearingRules): Fen =>
  asFen(divideRounded(safeProduct(sum(lastQuarter), rules.quotaMonths), MONTHS_OF_QUARTER, 'half-up'));

const MONTHS_OF_QUARTER = 3;

/** 预付金使用率: green 正常, yellow 黄色预警, red 红色预警. */
export type UsageLevel = 'green' | 'yellow' | 'red';

/** How far the clearing of a month uses the prepayment up. Compared without dividing: nothing is rounded. */
export const usageLevel = (clearing: Fen, quota: Fen, rules: ClearingRules): UsageLevel => {
  const reaches = (rate: number): boolean => BigInt(clearing) * 10_000n >= BigInt(quota) * BigInt(rate);
  if (clearing <= 0) return 'green';
  if (reaches(rules.redRate)) return 'red';
  return reaches(rules.yellowRate) ? 'yellow' : 'green';
};

/** What an adjustment 预付金额度调整 moves: payers pay more, treatment provinces give back; each pair once. */
export type Adjustments = { readonly deposits: readonly PairDue[]; readonly returns: readonly PairDue[] };

/**
 * 预付金额度调整 of a year: from what each payer has prepaid to each treatment province to its new quota. A pair without a
 * quota is given back as a whole. Of a return the payer is the treatment province.
 */
export const adjustments = (prepaid: readonly PairDue[], quotas: readonly PairDue[]): Adjustments => {
  const before = new Map(prepaid.map((row) => [pairKey(row), row]));
  const wanted = new Map(quotas.map((row) => [pairKey(row), row]));
  const pairs = new Map([...before, ...wanted]);
  const moved = [...pairs.keys()].sort().flatMap((key): PairDue[] => {
    const pair = pairs.get(key);
    const due = subtract(wanted.get(key)?.due ?? ZERO, before.get(key)?.due ?? ZERO);
    return pair && due !== 0 ? [{ payer: pair.payer, payee: pair.payee, due }] : [];
  });
  return {
    deposits: moved.filter(({ due }) => due > 0),
    returns: moved
      .filter(({ due }) => due < 0)
      .map(({ payer, payee, due }) => ({ payer: payee, payee: payer, due: negate(due) })),
  };
};

const pairKey = ({ payer, payee }: Pick<PairDue, 'payer' | 'payee'>): string => `${payer} ${payee}`;
