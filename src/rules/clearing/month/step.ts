import { add } from '../../../kernel/money.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { PairDue } from '../bills.ts';
import {
  newBill,
  type Bill,
  type BillState,
  type Month,
  type MonthEvent,
  type MonthFault,
  type Stage,
} from './month.ts';

type Next = Result<Month, MonthFault>;
type Of<Kind extends MonthEvent['kind']> = Extract<MonthEvent, { kind: Kind }>;

/** In which stage an event is possible. */
const STAGES: { readonly [Kind in MonthEvent['kind']]: Stage } = {
  collect: 'open',
  generate: 'collected',
  confirm: 'generated',
  reject: 'generated',
  correct: 'generated',
  'confirmation-over': 'generated',
  notice: 'generated',
  submit: 'noticed',
  transfer: 'noticed',
  receive: 'noticed',
  close: 'noticed',
};

const repeats = (bills: readonly PairDue[]): boolean =>
  new Set(bills.map(({ payer, payee }) => `${payer} ${payee}`)).size < bills.length;

const faultOfBills = (bills: readonly PairDue[]): MonthFault | undefined => {
  if (bills.some(({ due }) => due <= 0)) return 'not-positive';
  return repeats(bills) ? 'bill-repeated' : undefined;
};

const generate = (month: Month, { bills }: Of<'generate'>): Next => {
  const fault = faultOfBills(bills);
  return fault ? fail(fault) : ok({ ...month, stage: 'generated', bills: bills.map(newBill) });
};

/** Changes the bills that fit, all of which must be in one of these states. */
const change = (
  month: Month,
  fits: (bill: Bill) => boolean,
  states: readonly BillState[],
  to: (bill: Bill) => Bill,
): Next => {
  const meant = month.bills.filter(fits);
  if (meant.length === 0) return fail('bill-unknown');
  if (meant.some(({ state }) => !states.includes(state))) return fail('bill-state');
  return ok({ ...month, bills: month.bills.map((bill) => (fits(bill) ? to(bill) : bill)) });
};

const of =
  ({ payer }: { readonly payer: string }) =>
  (bill: Bill): boolean =>
    bill.payer === payer;

const between =
  ({ payer, payee }: Pick<PairDue, 'payer' | 'payee'>) =>
  (bill: Bill): boolean =>
    bill.payer === payer && bill.payee === payee;

const confirmed = ({ reason: _reason, ...bill }: Bill): Bill => ({ ...bill, state: 'confirmed' });

const correct = (month: Month, { payer, bills }: Of<'correct'>): Next => {
  const before = month.bills.filter((bill) => bill.payer === payer);
  if (before.length === 0) return fail('bill-unknown');
  if (before.some(({ state }) => state !== 'rejected')) return fail('bill-state');
  const fault = bills.some((bill) => bill.payer !== payer) ? 'bill-unknown' : faultOfBills(bills);
  if (fault) return fail(fault);
  return ok({ ...month, bills: [...month.bills.filter((bill) => bill.payer !== payer), ...bills.map(newBill)] });
};

const confirmationOver = (month: Month): Next =>
  ok({
    ...month,
    bills: month.bills.map((bill) => (bill.state === 'issued' ? { ...confirmed(bill), silent: true } : bill)),
  });

const notice = (month: Month): Next => {
  if (month.bills.some(({ state }) => state === 'rejected')) return fail('bills-rejected');
  if (month.bills.some(({ state }) => state !== 'confirmed')) return fail('bills-unconfirmed');
  return ok({ ...month, stage: 'noticed', bills: month.bills.map((bill) => ({ ...bill, state: 'noticed' as const })) });
};

const transfer = (month: Month, event: Of<'transfer'>): Next => {
  const { amount } = event;
  if (amount <= 0) return fail('not-positive');
  const bill = month.bills.find(between(event));
  if (bill && add(bill.paid, amount) > bill.due) return fail('more-than-due');
  return change(month, between(event), ['with-finance', 'part-paid'], (one) => {
    const paid = add(one.paid, amount);
    return { ...one, paid, state: paid === one.due ? 'transferred' : 'part-paid' };
  });
};

const receive = (month: Month, event: Of<'receive'>): Next => {
  const bill = month.bills.find(between(event));
  if (bill && bill.received === bill.paid) return fail('nothing-arrived');
  return change(month, between(event), ['part-paid', 'transferred'], (one) => ({
    ...one,
    received: one.paid,
    state: one.state === 'transferred' ? 'received' : 'part-paid',
  }));
};

const close = (month: Month): Next =>
  month.bills.every(({ state }) => state === 'received') ? ok({ ...month, stage: 'closed' }) : fail('bills-open');

const rejected =
  (reason: string) =>
  (bill: Bill): Bill => ({ ...bill, state: 'rejected', reason });

const STEPS: { readonly [Kind in MonthEvent['kind']]: (month: Month, event: Of<Kind>) => Next } = {
  collect: (month) => ok({ ...month, stage: 'collected' }),
  generate,
  confirm: (month, event) => change(month, of(event), ['issued', 'rejected'], confirmed),
  reject: (month, event) => change(month, of(event), ['issued'], rejected(event.reason)),
  correct,
  'confirmation-over': confirmationOver,
  notice,
  submit: (month, event) => change(month, of(event), ['noticed'], (bill) => ({ ...bill, state: 'with-finance' })),
  transfer,
  receive,
  close,
};

/** The month after an event, or why the event is not possible now; the month itself is never changed. */
export const stepMonth = (month: Month, event: MonthEvent): Next => {
  if (STAGES[event.kind] !== month.stage) return fail('wrong-stage');
  return (STEPS[event.kind] as (month: Month, event: MonthEvent) => Next)(month, event);
};
