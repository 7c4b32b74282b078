import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, ZERO, type Fen } from '../../kernel/money.ts';
import type { ClearingTable } from './table.ts';

/** What one province transfers to another one for a month. */
export type PairDue = { readonly payer: Admdvs; readonly payee: Admdvs; readonly due: Fen };

/**
 * Refunds may outweigh settlements: then nobody pays, and what is below zero is taken off the next month 结转. `due` of a
 * balance is never above zero.
 */
export type Balances = readonly PairDue[];

const keyOf = ({ payer, payee }: PairDue): string => `${payer} ${payee}`;

/** The bills of a month, and the balances that go on to the next one: bills + left = table + before. */
export const billsOf = (
  { pairs }: Pick<ClearingTable, 'pairs'>,
  before: Balances,
): { readonly bills: readonly PairDue[]; readonly left: Balances } => {
  const found = new Map<string, PairDue>();
  for (const { payer, payee, due } of [...pairs, ...before]) {
    const key = keyOf({ payer, payee, due });
    found.set(key, { payer, payee, due: add(found.get(key)?.due ?? ZERO, due) });
  }
  const rows = [...found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    bills: rows.filter(({ due }) => due > 0),
    left: rows.filter(({ due }) => due < 0),
  };
};
