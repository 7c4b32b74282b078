import { parseJson } from './parse-json.ts';
import type { Field } from './table.ts';
import { note, type Notes } from './violation.ts';

const spotOf = (field: Field, path: string) => ({ path: path + field.code, name: field.name });

const TRUTHS = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [1, true],
  ['1', true],
  [false, false],
  ['false', false],
  [0, false],
  ['0', false],
]);

export const booleanReader =
  (field: Field) =>
  (raw: unknown, path: string, notes: Notes): boolean | undefined =>
    TRUTHS.get(raw) ?? note(notes, spotOf(field, path), 'type', raw, '布尔型', '未采用');

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** The usual alphabet and nothing else: tens of megabytes of it are taken as they are, without a copy. */
const PLAIN = /^[A-Za-z0-9+/]*={0,2}$/;

const isByte = (item: unknown): item is number =>
  typeof item === 'number' && Number.isInteger(item) && item >= -128 && item <= 255;

/** Reads bytes into base64 text: base64 of either alphabet, or the numbers that a serialised byte array becomes. */
export const bytesReader =
  (field: Field) =>
  (raw: unknown, path: string, notes: Notes): string | undefined => {
    if (Array.isArray(raw) && raw.every(isByte)) return Buffer.from(raw).toString('base64');
    if (typeof raw === 'string' && PLAIN.test(raw)) return raw;
    const text = typeof raw === 'string' ? raw.replace(/\s/g, '') : undefined;
    if (text !== undefined && BASE64.test(text)) return text.replaceAll('-', '+').replaceAll('_', '/');
    return note(notes, spotOf(field, path), 'type', raw, 'Base64 字符串或字节数组', '未采用');
  };

/** JSON inside a text, where an object or a list is due. Anything else comes back as it is. */
export const unwrapText = (raw: unknown): unknown => {
  if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return raw;
  const parsed = parseJson(raw);
  return parsed.ok ? parsed.value : raw;
};

/** Reads a list whose rows no node describes: any JSON values; a single one is a list of one. */
export const listReader =
  (field: Field) =>
  (raw: unknown, path: string, notes: Notes): readonly unknown[] | undefined => {
    const value = unwrapText(raw);
    if (Array.isArray(value)) return value as readonly unknown[];
    if (typeof value === 'object' && value !== null) return [value];
    return note(notes, spotOf(field, path), 'type', raw, '列表', '未采用');
  };

/** Reads an object that no node describes: kept as it came. */
export const objectReader =
  (field: Field) =>
  (raw: unknown, path: string, notes: Notes): object | undefined => {
    const value = unwrapText(raw);
    if (typeof value === 'object' && value !== null) return value;
    return note(notes, spotOf(field, path), 'type', raw, '对象', '未采用');
  };
