import type { Period } from '../../../rules/clearing/period.ts';
import type { Settlement } from '../settlement.ts';

/**
 * What is said of a settlement or refund that the institution's file lacks (sandbox wording): a reversal only where
 * 2601 would take it; `confirmedIn` is the month in which 3261 has confirmed it.
 */
export const oursOnlyMemo = ({ state, refundOf }: Settlement, confirmedIn: Period | undefined): string => {
  const what = refundOf === undefined ? '结算' : '退费';
  if (state === 'refunded') return '仅中心有：该笔结算已退费，不能再冲正，请补记该笔结算和它的退费';
  if (confirmedIn === undefined) return `仅中心有：机构未收到应答的，用本行报文ID以 2601 冲正，或补记该笔${what}`;
  const instead = refundOf === undefined ? '不应收费的用 2208 退费，负数进入退费当月的清分' : '需要恢复的请重新结算';
  return `仅中心有：已在 ${confirmedIn} 清分中确认，不能冲正，请补记该笔${what}；${instead}`;
};
