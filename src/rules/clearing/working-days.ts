import { addDays, daysBetween, type CivilDate } from '../../kernel/civil-time.ts';

/** Days that differ from the week: holidays 法定节假日, and weekends on which people work 调休. */
export type WorkCalendar = { readonly holidays: ReadonlySet<CivilDate>; readonly workdays: ReadonlySet<CivilDate> };

/** The week alone: which days the State Council frees is known a year ahead only, and is a workspace's to say. */
export const PLAIN_WEEKS: WorkCalendar = { holidays: new Set(), workdays: new Set() };

/** A Monday. */
const MONDAY = '2024-01-01';

export const isWorkingDay = (date: CivilDate, { holidays, workdays }: WorkCalendar): boolean => {
  if (holidays.has(date)) return false;
  const day = ((daysBetween(MONDAY, date) % 7) + 7) % 7;
  return day < 5 || workdays.has(date);
};

/** The day that is so many working days after another one; the day itself does not count. */
export const addWorkingDays = (date: CivilDate, days: number, calendar: WorkCalendar): CivilDate => {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};
