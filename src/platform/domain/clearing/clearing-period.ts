import type { CivilDate } from '../../../kernel/civil-time.ts';
import { CLEARING_FIGURES } from '../../../rules/clearing/calendar.ts';
import { addPeriods, dayOfPeriod, isPeriod, type Period } from '../../../rules/clearing/period.ts';
import { openPeriod, type Windows } from '../../../rules/clearing/standing.ts';
import type { Party } from '../party.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import type { Settings } from '../settings.ts';

/** A month of clearing as 3260 to 3262 name it. */
export type PeriodAsked = { readonly trt_year: string; readonly trt_month: string };

export const windowsOf = ({ clearingDeadline }: Pick<Settings, 'clearingDeadline'>): Windows => ({
  confirmUntil: clearingDeadline,
  carryOver: CLEARING_FIGURES.carryOver.value,
  yearEndMonth: CLEARING_FIGURES.yearEndMonth.value,
});

/** The month that is asked for; a month without its leading zero is taken as meant. */
export const periodAsked = ({ trt_year, trt_month }: PeriodAsked, by: Party): Period | Refusal => {
  const period = trt_year + trt_month.padStart(2, '0');
  return isPeriod(period) ? period : refuse(by, 'period-invalid', trt_year, trt_month);
};

/** What `openPeriodAsked` may say. */
export const OPEN_PERIOD_REFUSALS = ['period-invalid', 'clearing-closed', 'clearing-filed'] as const;

/** What of the national clearing decides whether a month may still be confirmed. */
export type FiledReader = { readonly clearingRecord: (kind: 'month', key: Period) => object | undefined };

/**
 * The asked month where it may be confirmed or taken back today: the month before, until the deadline, and until it is
 * filed 申报.
 */
export const openPeriodAsked = (
  asked: PeriodAsked,
  today: CivilDate,
  windows: Windows,
  by: Party,
  reader: FiledReader,
): Period | Refusal => {
  const period = periodAsked(asked, by);
  if (isRefusal(period)) return period;
  if (reader.clearingRecord('month', period)) return refuse(by, 'clearing-filed', period);
  if (openPeriod(today, windows) === period) return period;
  const next = addPeriods(period, 1);
  const days = [dayOfPeriod(next, 1), dayOfPeriod(next, windows.confirmUntil)] as const;
  return refuse(by, 'clearing-closed', period, ...days, today > days[1]);
};
