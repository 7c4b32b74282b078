import { dateTimeOf, instantOf, isCivilDate, isCivilDateTime } from '../../kernel/civil-time.ts';
import type { Field } from './table.ts';
import { note, type Notes } from './violation.ts';

const MIDNIGHT = '00:00:00';
const LAST_SECOND = '23:59:59';
const SHANGHAI = 8 * 60;

/** `2025-01-02`, `2025/1/2`, `2025-01-02 03:04:05`, `2025-01-02T03:04:05.678Z` */
const SEPARATED =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** `20250102`, `20250102030405`, and with the milliseconds that some clients add */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})(?:\d{3})?)?$/;

type Moment = { readonly date: string; readonly time: string | undefined };

/** Minutes east of Greenwich. */
const zoneOf = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
};

/**
 * A moment with a zone of its own, told in civil time; undefined where that is beyond the years that civil time has.
 */
const civil = (date: string, time: string, zone: string): Moment | undefined => {
  const moved = dateTimeOf(instantOf(`${date} ${time}`) + (SHANGHAI - zoneOf(zone)) * 60_000);
  return isCivilDateTime(moved) ? { date: moved.slice(0, 10), time: moved.slice(11) } : undefined;
};

/** Takes a day or a moment in any of the spellings that clients use; undefined for what is neither. */
const parseMoment = (text: string): Moment | undefined => {
  const match = SEPARATED.exec(text) ?? COMPACT.exec(text);
  if (match === null) return undefined;
  const two = (part: string | undefined) => (part ?? '00').padStart(2, '0');
  const [, year = '', month, day, hours, minutes, seconds, zone] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isCivilDate(date)) return undefined;
  if (hours === undefined) return { date, time: undefined };
  const time = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  if (!isCivilDateTime(`${date} ${time}`)) return undefined;
  return zone === undefined ? { date, time } : civil(date, time, zone);
};

const textOf = (raw: unknown): string | undefined => {
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' && raw.length <= 40 ? raw.trim() : undefined;
};

const spotOf = (field: Field, path: string) => ({ path: path + field.code, name: field.name });

/** Reads a day. Other spellings are accepted and listed, what is no day is listed and unset. */
export const dateReader =
  (field: Field) =>
  (raw: unknown, path: string, notes: Notes): string | undefined => {
    if (typeof raw === 'string' && isCivilDate(raw)) return raw;
    const moment = parseMoment(textOf(raw) ?? '');
    const outcome = moment === undefined ? '未采用' : `按 ${moment.date} 处理`;
    note(notes, spotOf(field, path), 'format', raw, '日期型 yyyy-MM-dd', outcome);
    return moment?.date;
  };

/** Reads a moment. A day alone is its midnight, or its last second where a range ends; that is listed too. */
export const dateTimeReader = (field: Field) => {
  const missing = field.toEndOfDay ? LAST_SECOND : MIDNIGHT;
  return (raw: unknown, path: string, notes: Notes): string | undefined => {
    if (typeof raw === 'string' && raw.length === 19 && isCivilDateTime(raw)) return raw;
    const moment = parseMoment(textOf(raw) ?? '');
    const text = moment === undefined ? undefined : `${moment.date} ${moment.time ?? missing}`;
    const outcome = text === undefined ? '未采用' : `按 ${text} 处理`;
    note(notes, spotOf(field, path), 'format', raw, '日期时间型 yyyy-MM-dd HH:mm:ss', outcome);
    return text;
  };
};
