import { accepts, codeList, type CodeList } from './dictionary.ts';
import type { Field } from './table.ts';
import { note, type Notes } from './violation.ts';

const UNITS: Readonly<Record<string, number>> = { K: 1024, M: 1024 * 1024 };

/** Characters that a printed length allows: `30`, `2,000`, `1M`. */
export const charactersOf = (length: string | undefined): number => {
  if (length === undefined) return Infinity;
  const unit = UNITS[length.slice(-1)];
  return unit === undefined ? Number(length.replace(/,(?=\d{3})|,\d+$/g, '')) : Number(length.slice(0, -1)) * unit;
};

/** The extension field 字段扩展 is JSON in a text; some clients send the JSON itself. */
const EXTENSION = new Set(['exp_content', 'extFld', 'expContent']);

const jsonOf = (raw: object): string | undefined => {
  try {
    return JSON.stringify(raw);
  } catch {
    return undefined;
  }
};

const textOf = (field: Field, raw: unknown): string | undefined => {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return Number.isFinite(raw) ? String(raw) : undefined;
  if (typeof raw !== 'object' || raw === null) return undefined;
  if ('isLosslessNumber' in raw && 'value' in raw && typeof raw.value === 'string') return raw.value;
  return EXTENSION.has(field.code) ? jsonOf(raw) : undefined;
};

const FEW = 8;

const allowedBy = (list: CodeList): string => {
  if (list.codes.size > FEW) return `码表 ${list.key} 中的值`;
  return [...list.codes].map(([code, label]) => `${code} ${label}`).join('、');
};

/** Reads text; numbers are taken as their digits. What is too long or outside its code list is listed and kept. */
export const textReader = (field: Field) => {
  const most = charactersOf(field.length);
  const list = field.codes === undefined ? undefined : codeList(field.codes);
  const allowed = `字符型${field.length === undefined ? '' : `(${field.length})`}`;
  const spotOf = (path: string) => ({ path: path + field.code, name: field.name });

  return (raw: unknown, path: string, notes: Notes): string | undefined => {
    const text = textOf(field, raw);
    if (text === undefined) return note(notes, spotOf(path), 'type', raw, allowed, '未采用');
    if (text.length > most) note(notes, spotOf(path), 'length', raw, `${allowed}，实为 ${text.length} 个字符`);
    if (list !== undefined && !accepts(list, text)) note(notes, spotOf(path), 'codes', raw, allowedBy(list));
    return text;
  };
};
