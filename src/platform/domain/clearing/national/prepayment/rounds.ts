import type { Admdvs } from '../../../../../kernel/admdvs.ts';
import { add, negate, ZERO, type Fen } from '../../../../../kernel/money.ts';
import type { PairDue } from '../../../../../rules/clearing/bills.ts';
import { newBill, type Bill } from '../../../../../rules/clearing/month/month.ts';
import { periodOf } from '../../../../../rules/clearing/period.ts';
import type { PrepaymentRound } from '../records.ts';

type Round = Pick<PrepaymentRound, 'id' | 'year' | 'kind' | 'reason' | 'noticedOn'>;

/** An adjustment as it is published: its bills wait for the finance departments. */
export const noticedRound = (round: Round, dues: readonly PairDue[]): PrepaymentRound => ({
  ...round,
  period: periodOf(round.noticedOn),
  stage: 'noticed',
  bills: dues.map((due) => ({ ...newBill(due), state: 'noticed' })),
  done: [],
});

/** An adjustment whose money is there at once. */
export const settledRound = (round: Round, dues: readonly PairDue[]): PrepaymentRound => ({
  ...noticedRound(round, dues),
  stage: 'closed',
  bills: dues.map((due) => ({ ...newBill(due), state: 'received', paid: due.due, received: due.due })),
});

/**
 * What payers have prepaid to treatment provinces by these adjustments, as far as they were noticed: what is still on
 * its way counts, so that nobody is asked for it twice.
 */
export const prepaidBy = (rounds: readonly Pick<PrepaymentRound, 'kind' | 'bills'>[]): PairDue[] => {
  const found = new Map<string, PairDue>();
  const enter = (payer: Admdvs, payee: Admdvs, amount: Fen): void => {
    const key = `${payer} ${payee}`;
    found.set(key, { payer, payee, due: add(found.get(key)?.due ?? ZERO, amount) });
  };
  for (const { kind, bills } of rounds) {
    for (const { payer, payee, due } of bills) {
      if (kind === 'deposit') enter(payer, payee, due);
      else enter(payee, payer, negate(due));
    }
  }
  return [...found.values()].filter(({ due }) => due !== 0);
};

/** What of a bill has come to, or left, the treatment province: a deposit as it arrives, a return as it is paid. */
export const movedOf = (kind: PrepaymentRound['kind'], { received, paid }: Bill): Fen =>
  kind === 'deposit' ? received : paid;

/** The id of an adjustment of a year. */
export const annualId = (year: string, kind: PrepaymentRound['kind']): string => `${year}-${kind}`;
