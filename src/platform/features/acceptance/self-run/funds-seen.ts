import { amountAt, rowsAt, textAt } from '../../demo/answer-values.ts';
import type { Played } from './play-row.ts';

/** A fund 基金支付类型 that paid. */
export type Fund = { readonly type: string; readonly name: string };

/** The funds that paid in any settlement of these rows, by code (row 16). */
export const fundsSeen = (rows: readonly Played[]): Fund[] => {
  const seen = new Map<string, string>();
  for (const { infno, output } of rows.flatMap(({ cases }) => cases.flatMap((one) => one.exchanges))) {
    if (infno !== '1107') continue;
    for (const row of rowsAt(output, 'setldetail')) {
      if (amountAt(row, 'fund_payamt') > 0) seen.set(textAt(row, 'fund_pay_type'), textAt(row, 'fund_pay_type_name'));
    }
  }
  return [...seen].map(([type, name]) => ({ type, name })).sort((a, b) => (a.type < b.type ? -1 : 1));
};
