import {
  addDays, addMonths, dateOf, dateTimeOf, instantOf, isCivilDate, isCivilDateTime, type Instant,
} from '../../kernel/civil-time.ts'; // prettier-ignore

const UNITS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/** Longest stretch at once: ten years. Whoever wants more asks again. */
const LONGEST = 3_653 * UNITS.d;

/**
 * A moment as a person says it: `2026-12-31`, `2026-12-31 23:59:59`, `+3d`, `+2h`, `+1mo`, `tomorrow`, `month-end`,
 * `year-end`. Undefined for anything else, and for what is further than ten years away.
 */
export const timeMeant = (text: string, now: Instant): Instant | undefined => {
  const at = absolute(text) ?? relative(text, now) ?? named(text, now);
  return at === undefined || Math.abs(at - now) > LONGEST ? undefined : at;
};

const absolute = (text: string): Instant | undefined =>
  isCivilDate(text) || isCivilDateTime(text) ? instantOf(text) : undefined;

const relative = (text: string, now: Instant): Instant | undefined => {
  const [, count, unit = ''] = /^\+(\d{1,6})(s|min|h|d|w|mo|y)$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const months = unit === 'mo' ? Number(count) : unit === 'y' ? Number(count) * 12 : 0;
  if (months > 120) return undefined;
  if (months > 0) return monthsLater(now, months);
  return now + Number(count) * (UNITS[unit as keyof typeof UNITS] ?? 0);
};

/** The same time of the day; milliseconds stay. */
const monthsLater = (now: Instant, months: number): Instant => {
  const today = dateOf(now);
  return now + (instantOf(addMonths(today, months)) - instantOf(today));
};

/** The last second of the month or year, of the next one when that has come already. */
const named = (text: string, now: Instant): Instant | undefined => {
  const today = dateOf(now);
  if (text === 'tomorrow') return instantOf(addDays(today, 1));
  if (text !== 'month-end' && text !== 'year-end') return undefined;
  const step = text === 'month-end' ? 1 : 12;
  const first = text === 'month-end' ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`;
  const ends = [1, 2].map((count) => instantOf(addMonths(first, count * step)) - UNITS.s);
  return ends.find((end) => dateTimeOf(end) > dateTimeOf(now));
};
