import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { PaymentDays, Schedule } from '../schedule.ts';
import type { Bill, BillState, Month } from './month.ts';

/** A step whose last day is over and that is not done: who has to do it. */
export type Overdue = {
  readonly step: 'file' | 'generate' | 'confirm' | 'notice' | 'submit' | 'transfer' | 'receive';
  readonly since: CivilDate;
  readonly province?: Admdvs;
};

/** Which province a bill in a state waits for, and until when. */
const WAITING: {
  readonly [State in BillState]?: readonly [step: Overdue['step'], by: keyof Schedule, who: 'payer' | 'payee'];
} = {
  issued: ['confirm', 'payerConfirmBy', 'payer'],
  rejected: ['confirm', 'payerConfirmBy', 'payer'],
  noticed: ['submit', 'financeBy', 'payer'],
  'with-finance': ['transfer', 'transferBy', 'payer'],
  'part-paid': ['transfer', 'transferBy', 'payer'],
  transferred: ['receive', 'feedbackBy', 'payee'],
};

const ofBill = (bill: Bill, schedule: Partial<Schedule>, today: CivilDate): Overdue[] => {
  const [step, by, who] = WAITING[bill.state] ?? [];
  const since = by && schedule[by];
  if (step === undefined || who === undefined || since === undefined || today <= since) return [];
  return [{ step, since, province: bill[who] }];
};

/** What the nation itself is late with. */
const ofNation = ({ stage }: Month, schedule: Schedule, today: CivilDate): Overdue[] => {
  if (stage === 'open' && today > schedule.fileBy) return [{ step: 'file', since: schedule.fileBy }];
  if (stage === 'collected' && today > schedule.generateOn) return [{ step: 'generate', since: schedule.generateOn }];
  return stage === 'generated' && today > schedule.noticeBy ? [{ step: 'notice', since: schedule.noticeBy }] : [];
};

/** Each step and province once. */
const once = (all: readonly Overdue[]): Overdue[] => {
  const keys = all.map(({ step, province = '' }) => `${step} ${province}`);
  return all.filter((_row, index) => keys.indexOf(keys[index] ?? '') === index);
};

/** What of bills that are noticed is late today. */
export const overdueBills = (bills: readonly Bill[], days: PaymentDays, today: CivilDate): Overdue[] =>
  once(bills.flatMap((bill) => ofBill(bill, days, today)));

/** Everything of a month that is late today. */
export const overdueOf = (month: Month, schedule: Schedule, today: CivilDate): Overdue[] =>
  once([...ofNation(month, schedule, today), ...month.bills.flatMap((bill) => ofBill(bill, schedule, today))]);
