import { addDays, addMonths, type CivilDate } from '../../kernel/civil-time.ts';

/** A month of clearing 清算年月, `yyyyMM`: periods compare as texts. */
export type Period = string;

/** True for a real month written `yyyyMM`. */
export const isPeriod = (text: string): boolean => /^[12]\d{3}(0[1-9]|1[0-2])$/.test(text);

/** The month in which a day lies; takes a date-time as well. */
export const periodOf = (date: CivilDate): Period => date.slice(0, 4) + date.slice(5, 7);

export const firstDayOf = (period: Period): CivilDate => `${period.slice(0, 4)}-${period.slice(4, 6)}-01`;

export const lastDayOf = (period: Period): CivilDate => addDays(addMonths(firstDayOf(period), 1), -1);

/** The month so many months later, or earlier. */
export const addPeriods = (period: Period, months: number): Period => periodOf(addMonths(firstDayOf(period), months));

/** A day of a month, the last one where the month is shorter. */
export const dayOfPeriod = (period: Period, day: number): CivilDate => {
  const wanted = addDays(firstDayOf(period), day - 1);
  const last = lastDayOf(period);
  return wanted < last ? wanted : last;
};

/** The later of two months. */
export const laterPeriod = (one: Period, other: Period): Period => (one < other ? other : one);

/** The earlier of two months. */
export const earlierPeriod = (one: Period, other: Period): Period => (one < other ? one : other);
