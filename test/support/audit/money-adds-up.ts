import { imbalanceOf } from '../../../src/platform/domain/identities.ts';
import type { Settlement } from '../../../src/platform/domain/settlement.ts';
import type { AllBooks, Opening } from './all-books.ts';

type Account = Opening[number];

const unbalanced = ({ settlements }: AllBooks): string[] =>
  settlements.flatMap((row) => {
    const imbalance = imbalanceOf(row.shares, row.funds);
    return imbalance === undefined ? [] : [`${row.book} ${row.setl_id}: ${imbalance}`];
  });

/**
 * What stands in the insured place's book for that account: settlements and refunds, whatever came of them but a
 * reversal.
 */
const standingOf = ({ settlements }: AllBooks, { psn_no, insutype }: Account): Settlement[] =>
  settlements.filter(
    ({ book, state, visitor }) =>
      book === 'insured' && state !== 'reversed' && visitor.psn_no === psn_no && visitor.insutype === insutype,
  );

const expectedOf = (start: Account, standing: readonly Settlement[]): Account => {
  const accumulators = new Map(start.accumulators);
  for (const movement of standing.flatMap((row) => row.movements)) {
    if (movement.kind === 'account') continue;
    const key = `${movement.cum_type_code}@${movement.period}`;
    accumulators.set(key, (accumulators.get(key) ?? 0) + movement.amount);
  }
  const paid = standing.map((row) => row.shares.acct_pay).reduce((sum, amount) => sum + amount, 0);
  return { ...start, balance: start.balance - paid, accumulators };
};

const printed = ({ balance, accumulators }: Account): string =>
  JSON.stringify([
    balance,
    [...accumulators].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** Nobody's account is overdrawn, and nobody has used up less than nothing. */
const belowZero = (end: Opening): string[] =>
  end
    .filter(({ balance, accumulators }) => balance < 0 || [...accumulators.values()].some((amount) => amount < 0))
    .map((account) => `${account.psn_no} ${account.insutype} is below zero: ${printed(account)}`);

/** Balance = start − Σ account pays; accumulators = start + Σ deltas; every settlement balances in itself. */
export const lostMoney = (books: AllBooks, start: Opening, end: Opening): string[] => [
  ...unbalanced(books),
  ...belowZero(end),
  ...start.flatMap((account, index) => {
    const now = end[index];
    const expected = printed(expectedOf(account, standingOf(books, account)));
    if (now && printed(now) === expected) return [];
    return [`${account.psn_no} ${account.insutype}: ${expected} by the settlements, ${now ? printed(now) : 'gone'}`];
  }),
];
