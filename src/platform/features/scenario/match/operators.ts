import { isList, isMap, jsonOf, textOf, type Tree, type TreeMap } from '../tree.ts';
import { compareDecimals } from './decimal.ts';

/** What an expectation may say instead of a value; the codes of the wire know none of these words. */
type Operator = {
  readonly holds: (came: unknown, wanted: Tree) => boolean;
  readonly words: (wanted: string) => string;
};

const isThere = (came: unknown): boolean => came !== undefined && came !== null && came !== '';

const sizeOf = (came: unknown): number | undefined => (isList(came) ? came.length : undefined);

/** By decimals where both are, by text otherwise: dates and stamps compare as they are written. */
const ordered = (came: unknown, wanted: Tree): number => {
  const [one, other] = [textOf(came), textOf(wanted)];
  if (one === undefined || other === undefined) return NaN;
  return compareDecimals(one, other) ?? (one === other ? 0 : one < other ? -1 : 1);
};

export const OPERATORS: Readonly<Record<string, Operator>> = {
  contains: {
    holds: (came, wanted) => (textOf(came) ?? jsonOf(came)).includes(textOf(wanted) ?? ''),
    words: (wanted) => `含有 ${wanted}`,
  },
  lacks: {
    holds: (came, wanted) => !(textOf(came) ?? jsonOf(came ?? '')).includes(textOf(wanted) ?? ''),
    words: (wanted) => `不含 ${wanted}`,
  },
  not: {
    holds: (came, wanted) => ordered(came ?? '', wanted ?? '') !== 0,
    words: (wanted) => `不是 ${wanted}`,
  },
  gte: { holds: (came, wanted) => ordered(came, wanted) >= 0, words: (wanted) => `不小于 ${wanted}` },
  lte: { holds: (came, wanted) => ordered(came, wanted) <= 0, words: (wanted) => `不大于 ${wanted}` },
  rows: {
    holds: (came, wanted) => String(sizeOf(came)) === textOf(wanted),
    words: (wanted) => `有 ${wanted} 行`,
  },
  present: {
    holds: (came, wanted) => isThere(came) === (wanted === true),
    words: (wanted) => (wanted === 'true' ? '有值' : '没有值'),
  },
};

/** `{ contains: 备案 }`, `{ gte: 0, lte: 100 }`: an object that has nothing but operators. */
export const isOperators = (wanted: unknown): wanted is TreeMap =>
  isMap(wanted) && Object.keys(wanted).length > 0 && Object.keys(wanted).every((key) => Object.hasOwn(OPERATORS, key));
