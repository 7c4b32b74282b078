/**
 * Civil time is Asia/Shanghai (UTC+8, no summer time since 1991), whatever zone the machine is in. An instant is a
 * number of milliseconds since 1970-01-01 UTC; dates and date-times are the texts of the interface.
 */
export type Instant = number;
/** `yyyy-MM-dd` */
export type CivilDate = string;
/** `yyyy-MM-dd HH:mm:ss` */
export type CivilDateTime = string;

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
const two = (value: number) => String(value).padStart(2, '0');

/** Days since 1970-01-01 of a date of the Gregorian calendar (Howard Hinnant's days_from_civil). */
const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const fromDayNumber = (days: number): CivilDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
};

const parts = (date: CivilDate): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

const daysOf = (date: CivilDate): number => dayNumber(...parts(date));

/** True for a real day written `yyyy-MM-dd`. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && fromDayNumber(daysOf(text)) === text;

/** True for a real moment written `yyyy-MM-dd HH:mm:ss`. */
export const isCivilDateTime = (text: string): boolean =>
  /^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isCivilDate(text.slice(0, 10));

const textOfSecond = (second: number): CivilDateTime => {
  const inDay = ((second % 86_400) + 86_400) % 86_400;
  const time = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
  return `${fromDayNumber(Math.floor(second / 86_400))} ${time}`;
};

/** The second that was written last, and its text: one message stamps the same one a dozen times. */
let written = { second: NaN, text: '' };

/** The wall clock of Shanghai at an instant; milliseconds are cut off. */
export const dateTimeOf = (instant: Instant): CivilDateTime => {
  const second = Math.floor((instant + SHANGHAI) / 1000);
  if (written.second !== second) written = { second, text: textOfSecond(second) };
  return written.text;
};

/** The day in Shanghai at an instant. */
export const dateOf = (instant: Instant): CivilDate => dateTimeOf(instant).slice(0, 10);

/** `yyyyMMddHHmmss`, the stamp inside message ids. */
export const stamp14 = (instant: Instant): string => {
  const text = dateTimeOf(instant);
  const day = text.slice(0, 4) + text.slice(5, 7) + text.slice(8, 10);
  return day + text.slice(11, 13) + text.slice(14, 16) + text.slice(17, 19);
};

/** `yyyyMMddHHmmssSSS`, the stamp of refmsg_time and respond_time. */
export const stamp17 = (instant: Instant): string =>
  stamp14(instant) + String(((Math.floor(instant) % 1000) + 1000) % 1000).padStart(3, '0');

/** `yyMMdd`, the day inside visit and settlement numbers. */
export const stamp6 = (instant: Instant): string => stamp14(instant).slice(2, 8);

/** Takes a date or a date-time of the interface; a date alone is its midnight. */
export const instantOf = (text: CivilDate | CivilDateTime): Instant => {
  const [hours, minutes, seconds] = (text.slice(11) || '00:00:00').split(':').map(Number) as [number, number, number];
  return daysOf(text.slice(0, 10)) * DAY - SHANGHAI + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
};

/** A moment as a person types it: to the minute or the second, a blank or a T after the day. Undefined: none. */
export const momentOf = (typed: string): Instant | undefined => {
  const text = typed.trim().replace('T', ' ');
  const whole = text.length === 16 ? `${text}:00` : text;
  return isCivilDateTime(whole) ? instantOf(whole) : undefined;
};

/** The day so many days later, or earlier. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(daysOf(date) + days);

/** Days from one day to a later one; below zero to an earlier one. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => daysOf(to) - daysOf(from);

/** The same day of the month so many months later; the last day of a shorter month. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((((index % 12) + 12) % 12) + 1)}-01`;
  const next = addDays(first, 31).slice(0, 7);
  const lastDay = daysOf(`${next}-01`) - daysOf(first);
  return addDays(first, Math.min(day, lastDay) - 1);
};

/** Full years from one day to a later one; who is born on 29 February has a birthday on 1 March of a common year. */
export const yearsBetween = (from: CivilDate, to: CivilDate): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
};

/** Age in tenths of a year (the interface prints 35.1): full years, and the days since the birthday in tenths. */
export const ageInTenths = (birth: CivilDate, on: CivilDate): number => {
  const years = yearsBetween(birth, on);
  const days = daysOf(on) - daysOf(addMonths(birth, years * 12));
  return years * 10 + Math.min(9, Math.floor((days * 10) / 365));
};
