import { addDays, dateTimeOf, instantOf, type CivilDate, type Instant } from '../../../kernel/civil-time.ts';
import { scheduleOf, type Schedule } from '../../../rules/clearing/schedule.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import { CALENDAR, rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Due } from '../../domain/due.ts';
import type { Settings } from '../../domain/settings.ts';

/** The steps of a month in their order. */
export const STEPS = ['collect', 'generate', 'confirm', 'notice', 'submit', 'transfer', 'receive', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** On its last day each step is done, at an hour of its own (sandbox): who acts before that hour acts himself. */
const WHEN: { readonly [Name in Step]: readonly [by: keyof Schedule, hour: string] } = {
  collect: ['fileBy', '18:00:00'],
  generate: ['generateOn', '06:00:00'],
  confirm: ['payerConfirmBy', '18:00:00'],
  notice: ['noticeBy', '17:00:00'],
  submit: ['financeBy', '12:00:00'],
  transfer: ['transferBy', '14:00:00'],
  receive: ['feedbackBy', '16:00:00'],
  close: ['feedbackBy', '17:00:00'],
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
