import { must } from '../../../kernel/assert.ts';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen, type Fen } from '../../../kernel/money.ts';

/** The value at a path of an answer, `insuinfo.0.insutype`; undefined where the path ends early. */
export const valueAt = (root: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], root);

/** The text at a path; empty where there is none. */
export const textAt = (root: unknown, path: string): string => {
  const value = valueAt(root, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The rows at a path; none where there is no list. */
export const rowsAt = (root: unknown, path: string): readonly unknown[] => {
  const value = valueAt(root, path);
  return Array.isArray(value) ? (value as unknown[]) : [];
};

/** The amount in 元 at a path, as 分; null and absent are none. Throws when it is finer than a 分. */
export const amountAt = (root: unknown, path: string): Fen => {
  const units = parseScaled(textAt(root, path) || '0', 2);
  must(units !== undefined, `${path} is an amount`);
  return asFen(units);
};
