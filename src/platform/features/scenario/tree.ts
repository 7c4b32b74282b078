import { isLosslessNumber, parse, stringify, type LosslessNumber } from 'lossless-json';

/**
 * A value of a scenario's file or of an answer. A number of the file keeps the digits in which it was written; a number
 * of an answer is its text. Nothing becomes a float on the way.
 */
export type Tree = string | boolean | null | LosslessNumber | readonly Tree[] | TreeMap;
export type TreeMap = { readonly [key: string]: Tree };

export const isMap = (value: unknown): value is TreeMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

export const isList = (value: unknown): value is readonly Tree[] => Array.isArray(value);

/** The text of a single value; undefined for a list, an object and nothing. */
export const textOf = (value: unknown): string | undefined => {
  if (isLosslessNumber(value)) return value.value;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
};

/** The value at a path, `output.setlinfo.setl_id` or `rows.0.trace`; undefined where the path ends early. */
export const treeAt = (root: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        (isMap(value) || isList(value)) && Object.hasOwn(value, key)
          ? (value as Readonly<Record<string, unknown>>)[key]
          : undefined,
      root,
    );

/** The value of a JSON text, its numbers as the texts in which they came; undefined where it is no JSON. */
export const parseTree = (json: string): Tree | undefined => {
  try {
    return parse(json, undefined, (digits) => digits) as Tree;
  } catch {
    return undefined;
  }
};

/** As JSON: numbers of the file with the digits in which they were written. */
export const jsonOf = (value: unknown): string => stringify(value) ?? 'null';
