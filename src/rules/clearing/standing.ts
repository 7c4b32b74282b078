import type { CivilDate } from '../../kernel/civil-time.ts';
import { addPeriods, earlierPeriod, laterPeriod, periodOf, type Period } from './period.ts';

/** What an institution has said of a row in a month: confirmed 确认, or left out of this clearing 不确认. */
export type Verdict = { readonly period: Period; readonly confirmed: boolean };

/** The month in which a row stands now, and how: every row stands in exactly one. */
export type Standing = {
  readonly period: Period;
  /**
   * open: nothing said yet; held: left out, so it goes on to the next month; confirmed: in the clearing of that month;
   * lapsed: its last month went by without confirmation.
   */
  readonly state: 'open' | 'held' | 'confirmed' | 'lapsed';
};

/** The figures of the calendar that decide where rows stand. */
export type Windows = {
  /** Last day of a month on which rows of the month before may be confirmed. */
  readonly confirmUntil: number;
  /** Months by which an unconfirmed row moves on at most. */
  readonly carryOver: number;
  /** Month of the next year in which fees of a year are cleared at the latest. */
  readonly yearEndMonth: number;
};

/** The last month in which a row of a month can be cleared: carried over, but not beyond the end of its year. */
export const lastPeriod = (month: Period, { carryOver, yearEndMonth }: Windows): Period =>
  earlierPeriod(addPeriods(month, carryOver), addPeriods(`${month.slice(0, 4)}12`, yearEndMonth));

/** The earliest month whose confirmation is not over: until its last day the month before, then the current one. */
export const firstUnclosed = (today: CivilDate, { confirmUntil }: Pick<Windows, 'confirmUntil'>): Period =>
  addPeriods(periodOf(today), Number(today.slice(8, 10)) <= confirmUntil ? -1 : 0);

/** The month that may be confirmed today, if one may: from the first of a month on the one before. */
export const openPeriod = (today: CivilDate, windows: Pick<Windows, 'confirmUntil'>): Period | undefined => {
  const first = firstUnclosed(today, windows);
  return first < periodOf(today) ? first : undefined;
};

/**
 * Where a row of a month stands. Nothing has to happen for a row to be carried over: its month is over, so it stands in
 * the next one, and in its last one for ever.
 */
export const standingOf = (
  month: Period,
  verdicts: readonly Verdict[],
  today: CivilDate,
  windows: Windows,
): Standing => {
  const confirmed = verdicts.find((verdict) => verdict.confirmed);
  if (confirmed) return { period: confirmed.period, state: 'confirmed' };
  const last = lastPeriod(month, windows);
  const now = laterPeriod(month, firstUnclosed(today, windows));
  if (now > last) return { period: last, state: 'lapsed' };
  return { period: now, state: verdicts.some(({ period }) => period === now) ? 'held' : 'open' };
};

/**
 * A refund is cleared no earlier than what it refunds: it stands in its own month, or where the settlement still waits;
 * one of a settlement that lapsed has nothing to take back and lapses with it.
 */
export const standingOfRefund = (
  month: Period,
  verdicts: readonly Verdict[],
  original: Standing,
  today: CivilDate,
  windows: Windows,
): Standing => {
  const base = laterPeriod(month, original.period);
  return original.state === 'lapsed' ? { period: base, state: 'lapsed' } : standingOf(base, verdicts, today, windows);
};
