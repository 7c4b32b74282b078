import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, asFen, subtract, sum, ZERO, type Fen } from '../../kernel/money.ts';
import { divideRounded, safeProduct } from '../../kernel/rounding.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
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

/**
 * What happens to the prepayments that a treatment province holds; it uses them all together, whoever paid them.
 * paidOut: to its institutions; cleared: what the payers transferred for a month fills it up again; returned: a smaller
 * quota.
 */
export type PrepaymentEvent =
  | { readonly kind: 'deposited' | 'cleared' | 'returned'; readonly payer: Admdvs; readonly amount: Fen }
  | { readonly kind: 'paidOut'; readonly amount: Fen };

/** Prepayments in the hands of a treatment province. */
export type PrepaymentPool = {
  /** By payer: what it has prepaid and has not got back. */
  readonly held: ReadonlyMap<Admdvs, Fen>;
  readonly paidOut: Fen;
  readonly cleared: Fen;
  readonly balance: Fen;
};

export const EMPTY_POOL: PrepaymentPool = { held: new Map(), paidOut: ZERO, cleared: ZERO, balance: ZERO };

export type PrepaymentFault = 'not-positive' | 'not-enough' | 'not-held';

const withHeld = (pool: PrepaymentPool, payer: Admdvs, change: Fen): PrepaymentPool => ({
  ...pool,
  held: new Map(pool.held).set(payer, add(pool.held.get(payer) ?? ZERO, change)),
  balance: add(pool.balance, change),
});

/** balance = what is held + what was cleared − what was paid out, and never below zero. */
export const afterEvent = (pool: PrepaymentPool, event: PrepaymentEvent): Result<PrepaymentPool, PrepaymentFault> => {
  const { amount } = event;
  if (amount <= 0) return fail('not-positive');
  const taken = event.kind === 'paidOut' || event.kind === 'returned';
  if (taken && amount > pool.balance) return fail('not-enough');
  switch (event.kind) {
    case 'deposited':
      return ok(withHeld(pool, event.payer, amount));
    case 'returned':
      if (amount > (pool.held.get(event.payer) ?? ZERO)) return fail('not-held');
      return ok(withHeld(pool, event.payer, subtract(ZERO, amount)));
    case 'cleared':
      return ok({ ...pool, cleared: add(pool.cleared, amount), balance: add(pool.balance, amount) });
    case 'paidOut':
      return ok({ ...pool, paidOut: add(pool.paidOut, amount), balance: subtract(pool.balance, amount) });
  }
};

/** 预付金额度调整 of a year for one payer: what it pays in addition, or gets back below zero. */
export const adjustment = (held: Fen, quota: Fen): Fen => subtract(quota, held);
