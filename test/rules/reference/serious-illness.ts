import { bandsOf, paymentsOf, piecesOf } from './bands.ts';
import type { Policy } from './policy.ts';
import { ALL_CARE, sumName, sumOf, yearOf } from './sums.ts';
import { leftOf, within, type Visit } from './visit.ts';
import { limitOf, moneyOf, named } from './written-value.ts';

/**
 * Step 5, 大病保险: the year's in-scope self-pay (deductible, share by ratio, above caps; 乙类先自付 where the place
 * counts it) beyond the threshold, by bands on the excess.
 */
export const seriousIllness = (
  policy: Policy,
  visit: Visit,
  selfPay: bigint,
): { readonly base: bigint; readonly payment: bigint } => {
  const rule = policy('serious_illness');
  if (rule === undefined) return { base: 0n, payment: 0n };
  const base = selfPay + (named(rule, 'base_includes_preself') === 'yes' ? visit.cost.preself : 0n);
  const year = yearOf(visit.settled);
  const threshold = moneyOf(named(rule, 'threshold'));
  const before = sumOf(visit.before, sumName('大病基数', ALL_CARE, year));
  const excessBefore = before > threshold ? before - threshold : 0n;
  const excessAfter = before + base > threshold ? before + base - threshold : 0n;
  const share = paymentsOf(piecesOf(bandsOf(named(rule, 'bands')), excessBefore, excessAfter - excessBefore));
  const limit = limitOf(named(rule, 'cap'));
  const paid = sumOf(visit.before, sumName('大病支付', ALL_CARE, year));
  return { base, payment: within(share, limit === undefined ? undefined : leftOf(limit, paid)) };
};
