import { add, negate, ZERO, type Fen } from '../../kernel/money.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ClearingLine } from './line.ts';
import { laterPeriod, type Period } from './period.ts';

/** What the treatment province has found in its audit 审核扣款: the hospital bears it, the payer does not. */
export type Deduction = { readonly id: string; readonly amount: Fen; readonly month: Period };

export type DeductionFault = 'nothing' | 'not-a-settlement' | 'more-than-left';

/**
 * The line that takes a deduction off a settlement, out of its funds. `already`: what earlier deductions and a refund
 * have taken back of them. Before the tables are generated it stands beside the settlement, afterwards in a later
 * month.
 */
export const deductionLine = (
  settlement: ClearingLine,
  { id, amount, month }: Deduction,
  already: Fen,
): Result<ClearingLine, DeductionFault> => {
  if (settlement.kind !== 'settlement') return fail('not-a-settlement');
  if (amount <= 0) return fail('nothing');
  if (add(already, amount) > settlement.fund) return fail('more-than-left');
  return ok({
    ...settlement,
    id,
    kind: 'deduction',
    of: settlement.id,
    month: laterPeriod(settlement.month, month),
    medfee: ZERO,
    fund: negate(amount),
    account: ZERO,
  });
};

/** Gives a deduction back, once its settlement is refunded as a whole: nothing is taken twice. */
export const releaseOf = (deduction: ClearingLine, { id, month }: Omit<Deduction, 'amount'>): ClearingLine => ({
  ...deduction,
  id,
  month: laterPeriod(deduction.month, month),
  fund: negate(deduction.fund),
});
