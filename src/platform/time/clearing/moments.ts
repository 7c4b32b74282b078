import { addDays, dateTimeOf, instantOf, type CivilDate, type Instant } from '../../../kernel/civil-time.ts';
import { dayOfPeriod, type Period } from '../../../rules/clearing/period.ts';
import { paymentDays, scheduleOf, type PaymentDays, type Schedule } from '../../../rules/clearing/schedule.ts';
import { monthsOfYear } from '../../../rules/clearing/year-end.ts';
import type { KeptRequest, PrepaymentRound } from '../../domain/clearing/national/records.ts';
import { CALENDAR, rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Due } from '../../domain/due.ts';
import type { Settings } from '../../domain/settings.ts';

/** The steps of a month in their order. */
export const STEPS = ['collect', 'generate', 'confirm', 'notice', 'submit', 'transfer', 'receive', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** The steps by which money goes from province to province, of a month and of prepayments. */
export type PaymentStep = 'submit' | 'transfer' | 'receive' | 'close';

const PAYMENT: { readonly [Name in PaymentStep]: readonly [by: keyof PaymentDays, hour: string] } = {
  submit: ['financeBy', '12:00:00'],
  transfer: ['transferBy', '14:00:00'],
  receive: ['feedbackBy', '16:00:00'],
  close: ['feedbackBy', '17:00:00'],
};

/** Notices are published in the late afternoon. */
const NOTICE_HOUR = '17:00:00';

/** On its last day each step is done, at an hour of its own (sandbox): who acts before that hour acts himself. */
const WHEN: { readonly [Name in Step]: readonly [by: keyof Schedule, hour: string] } = {
  collect: ['fileBy', '18:00:00'],
  generate: ['generateOn', '06:00:00'],
  confirm: ['payerConfirmBy', '18:00:00'],
  notice: ['noticeBy', NOTICE_HOUR],
  ...PAYMENT,
};

const KINDS: Partial<Record<Step, string>> = { collect: 'clearing-collect', generate: 'clearing-generate' };

/** A step as due work: on its day, and never before a moment. */
export const dueStep = (step: Step, period: Period, settings: Settings, notBefore: Instant = 0): Due => {
  const [by, hour] = WHEN[step];
  const day = scheduleOf(period, rulesOf(settings), CALENDAR)[by];
  const kind = KINDS[step];
  const at = Math.max(instantOf(`${day} ${hour}`), notBefore);
  return kind === undefined ? { kind: 'clearing-step', key: `${period} ${step}`, at } : { kind, key: period, at };
};

/** A step of an adjustment of prepayments: on its working day after the notice, and never before a moment. */
export const dueRoundStep = (
  step: PaymentStep,
  { id, noticedOn }: Pick<PrepaymentRound, 'id' | 'noticedOn'>,
  settings: Settings,
  notBefore: Instant = 0,
): Due => {
  const [by, hour] = PAYMENT[step];
  const day = paymentDays(noticedOn, rulesOf(settings), CALENDAR)[by];
  return { kind: 'prepayment-step', key: `${id} ${step}`, at: Math.max(instantOf(`${day} ${hour}`), notBefore) };
};

/** 预付金额度调整 of a year: on the last day of January. */
export const duePrepayments = (year: string, settings: Settings, notBefore: Instant = 0): Due => {
  const day = dayOfPeriod(`${year}01`, rulesOf(settings).quotaBy);
  return { kind: 'prepayment-notice', key: year, at: Math.max(instantOf(`${day} ${NOTICE_HOUR}`), notBefore) };
};

/** 紧急调增 that nobody has decided: reviewed on its last day. */
export const dueReview = ({ id, answerBy }: Pick<KeptRequest, 'id' | 'answerBy'>): Due => ({
  kind: 'urgent-review',
  key: id,
  at: instantOf(`${answerBy} ${NOTICE_HOUR}`),
});

/** 年终清算 of a year: once the last month that may hold its fees should be closed. */
export const dueYearEnd = (year: string, settings: Settings, notBefore: Instant = 0): Due => {
  const rules = rulesOf(settings);
  const last = monthsOfYear(year, rules).at(-1) ?? `${year}12`;
  const day = scheduleOf(last, rules, CALENDAR).feedbackBy;
  return { kind: 'clearing-year', key: year, at: Math.max(instantOf(`${day} 18:00:00`), notBefore) };
};

/** The same time on the next day. */
export const tomorrow = (at: Instant): Instant => {
  const text = dateTimeOf(at);
  return instantOf(addDays(text.slice(0, 10), 1) + text.slice(10));
};

/** The reconciliation of a day: in the night after it. */
export const dueDay = (date: CivilDate): Due => ({
  kind: 'clearing-day',
  key: date,
  at: instantOf(`${addDays(date, 1)} 02:00:00`),
});
