import type { Fraction } from './fraction.ts';

/** What stands in a policy file: texts, lists, and values by name. Everything is text until somebody reads it. */
export type Written = string | readonly Written[] | { readonly [name: string]: Written };

export const isNone = (value: Written | undefined): boolean => value === undefined || value === 'none';

/** The value under a name, where the file must have one. */
export const named = (value: Written | undefined, name: string): Written => {
  const found = optional(value, name);
  if (found === undefined) throw new Error(`${name} is missing in ${JSON.stringify(value)}`);
  return found;
};

/** The value under a name, where the file may have one. */
export const optional = (value: Written | undefined, name: string): Written | undefined => {
  if (value === undefined || typeof value === 'string' || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Written>>)[name];
};

export const textOf = (value: Written): string => {
  if (typeof value !== 'string') throw new Error(`a text was expected, not ${JSON.stringify(value)}`);
  return value;
};

/** A list; one thing alone is a list of one. */
export const listOf = (value: Written): readonly Written[] => (Array.isArray(value) ? (value as Written[]) : [value]);

/** `12.5` → 125/10 */
export const numberOf = (value: Written): Fraction => {
  const [units = '', decimals = ''] = textOf(value).split('.');
  return { over: BigInt(units + decimals), under: 10n ** BigInt(decimals.length) };
};

/** `82.5%` or `0.825` → 825/1000 */
export const ratioOf = (value: Written): Fraction => {
  const text = textOf(value);
  if (!text.endsWith('%')) return numberOf(text);
  const { over, under } = numberOf(text.slice(0, -1));
  return { over, under: under * 100n };
};

/** 元 as written → 分 */
export const moneyOf = (value: Written): bigint => {
  const { over, under } = numberOf(value);
  return (over * 100n) / under;
};

/** A limit that may be `none`: undefined = without limit. */
export const limitOf = (value: Written): bigint | undefined => (isNone(value) ? undefined : moneyOf(value));
