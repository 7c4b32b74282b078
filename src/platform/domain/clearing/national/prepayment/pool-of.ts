import type { Admdvs } from '../../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../../kernel/civil-time.ts';
import { sum, ZERO, type Fen } from '../../../../../kernel/money.ts';
import { afterMove, EMPTY_POOL, gained, type Pool, type PoolMove } from '../../../../../rules/clearing/pool.ts';
import type { ClearedMonth, GeneratedTable, PrepaymentRound, RecordReader } from '../records.ts';
import { ALL_KEYS } from '../month-lines.ts';
import { movedOf } from './rounds.ts';

/** A line of the account of a treatment province's prepayments 预付金收支. */
export type PoolEntry = {
  readonly date: CivilDate;
  readonly what: PoolMove['kind'];
  /** The month of clearing, or the adjustment. */
  readonly of: string;
  readonly payer?: Admdvs;
  /** What it adds to the balance; below zero: takes off. */
  readonly gained: Fen;
  readonly balance: Fen;
};

/** The account of a treatment province, and where it stands. */
export type PoolAccount = { readonly province: Admdvs; readonly pool: Pool; readonly entries: readonly PoolEntry[] };

type Dated = { readonly date: CivilDate; readonly of: string; readonly move: PoolMove };

/**
 * The prepayments in the hands of every treatment province. Nothing of it is kept: it is what the tables, bills and
 * adjustments say. A province pays its institutions once the table of a month is there (sandbox).
 */
export const poolAccounts = (reader: Pick<RecordReader, 'clearingRecords'>): PoolAccount[] => {
  const months = new Map(reader.clearingRecords('month', ...ALL_KEYS).map((month) => [month.period, month]));
  const moves = new Map<Admdvs, Dated[]>();
  const enter = (province: Admdvs, one: Dated): void => {
    if (one.move.amount !== 0) moves.set(province, [...(moves.get(province) ?? []), one]);
  };
  for (const generated of reader.clearingRecords('table', ...ALL_KEYS)) {
    const month = months.get(generated.table.period);
    if (month) ofMonth(month, generated, enter);
  }
  for (const round of reader.clearingRecords('prepayment', ...ALL_KEYS)) ofRound(round, enter);
  return [...moves].sort(([a], [b]) => (a < b ? -1 : 1)).map(([province, rows]) => accountOf(province, rows));
};

type Enter = (province: Admdvs, one: Dated) => void;

/** The day on which a step of a month or an adjustment was done; who is late: the day of the notice. */
const dayOf = ({ done }: Pick<ClearedMonth, 'done'>, steps: readonly string[], otherwise: CivilDate): CivilDate =>
  done.findLast(({ step }) => steps.includes(step))?.at.slice(0, 10) ?? otherwise;

const ofMonth = (month: ClearedMonth, { table }: GeneratedTable, enter: Enter): void => {
  const generated = dayOf(month, ['generate'], '');
  const of = month.period;
  for (const { province, receivable } of table.provinces) {
    enter(province, { date: generated, of, move: { kind: 'paidOut', amount: receivable } });
  }
  const date = dayOf(month, ['notice', 'receive'], generated);
  for (const [payee, amount] of receivedBy(month)) enter(payee, { date, of, move: { kind: 'cleared', amount } });
};

const receivedBy = ({ bills }: ClearedMonth): Map<Admdvs, Fen> => {
  const payees = [...new Set(bills.map(({ payee }) => payee))];
  return new Map(
    payees.map((payee) => [payee, sum(bills.filter((bill) => bill.payee === payee).map((bill) => bill.received))]),
  );
};

const ofRound = (round: PrepaymentRound, enter: Enter): void => {
  const date = dayOf(round, ['transfer', 'receive'], round.noticedOn);
  for (const bill of round.bills) {
    const amount = movedOf(round.kind, bill);
    const [province, payer] = round.kind === 'deposit' ? [bill.payee, bill.payer] : [bill.payer, bill.payee];
    const kind = round.kind === 'deposit' ? 'deposited' : 'returned';
    enter(province, { date, of: round.id, move: { kind, payer, amount } });
  }
};

const accountOf = (province: Admdvs, rows: readonly Dated[]): PoolAccount => {
  const entries: PoolEntry[] = [];
  let pool = EMPTY_POOL;
  for (const { date, of, move } of rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    pool = afterMove(pool, move);
    entries.push({
      date, what: move.kind, of, ...('payer' in move && { payer: move.payer }),
      gained: gained(move), balance: pool.balance,
    }); // prettier-ignore
  }
  return { province, pool, entries };
};

/** What of the prepayments of a pool has arrived and was not given back. */
export const heldIn = ({ held }: Pool): Fen => sum([...held.values(), ZERO]);
