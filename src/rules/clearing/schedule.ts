import { addDays, type CivilDate } from '../../kernel/civil-time.ts';
import type { ClearingRules } from './calendar.ts';
import { addPeriods, dayOfPeriod, type Period } from './period.ts';
import { addWorkingDays, type WorkCalendar } from './working-days.ts';

/** The days on which money goes from province to province after a notice, each the last one in time. */
export type PaymentDays = {
  /** 付款省: handed to its finance department. */
  readonly financeBy: CivilDate;
  /** Finance: transferred. */
  readonly transferBy: CivilDate;
  /** Payment and arrival reported back. */
  readonly feedbackBy: CivilDate;
};

/** The days of the clearing of a month 清算日程, each the last day on which the step is in time. */
export type Schedule = PaymentDays & {
  /** Institutions may confirm from here … */
  readonly confirmFrom: CivilDate;
  /** … until here. */
  readonly confirmUntil: CivilDate;
  /** 就医省: reconciled and filed 申报. */
  readonly fileBy: CivilDate;
  /** 国家级经办: tables 清算表 are generated. */
  readonly generateOn: CivilDate;
  /** 参保省: payable table confirmed. */
  readonly payerConfirmBy: CivilDate;
  /** 国家级经办: 付款通知书 and 收款通知书 are published. */
  readonly noticeBy: CivilDate;
};

/** Working days after the notices 付款、收款通知书, of a month or of prepayments. */
export const paymentDays = (noticedOn: CivilDate, rules: ClearingRules, calendar: WorkCalendar): PaymentDays => {
  const financeBy = addWorkingDays(noticedOn, rules.financeDays, calendar);
  const transferBy = addWorkingDays(financeBy, rules.transferDays, calendar);
  return { financeBy, transferBy, feedbackBy: addWorkingDays(transferBy, rules.feedbackDays, calendar) };
};

/** The days of a month: in the month after it, and working days from the notices on. */
export const scheduleOf = (period: Period, rules: ClearingRules, calendar: WorkCalendar): Schedule => {
  const next = addPeriods(period, 1);
  const on = (day: number): CivilDate => dayOfPeriod(next, day);
  const noticeBy = on(rules.noticeBy);
  return {
    confirmFrom: on(1),
    confirmUntil: on(rules.confirmUntil),
    fileBy: on(rules.fileBy),
    generateOn: on(rules.generateOn),
    payerConfirmBy: on(rules.payerConfirmBy),
    noticeBy,
    ...paymentDays(noticeBy, rules, calendar),
  };
};

/** Years in which working days of a schedule were counted without their holidays, because nobody has published them. */
export const plainYears = (
  { noticeBy, feedbackBy }: Pick<Schedule, 'noticeBy' | 'feedbackBy'>,
  { years }: WorkCalendar,
): string[] =>
  [...new Set([addDays(noticeBy, 1).slice(0, 4), feedbackBy.slice(0, 4)])].filter((year) => !years.has(year));
