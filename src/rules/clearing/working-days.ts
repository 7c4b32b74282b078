import { addDays, daysBetween, type CivilDate } from '../../kernel/civil-time.ts';

/** Days that differ from the week: holidays 法定节假日, and weekends on which people work 调休. */
export type WorkCalendar = {
  /** Years whose days are known; in any other one only the week counts. */
  readonly years: ReadonlySet<string>;
  readonly holidays: ReadonlySet<CivilDate>;
  readonly workdays: ReadonlySet<CivilDate>;
};

/** The week alone: the State Council frees the days of a year in the last months of the one before it. */
export const PLAIN_WEEKS: WorkCalendar = { years: new Set(), holidays: new Set(), workdays: new Set() };

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
