/**
 * A place in a value, by numbers so that it fits whatever it meets: of each object or list the n-th key, from the
 * top.
 */
type Mutation = { readonly way: readonly number[]; readonly value: unknown };

type Tree = Record<string, unknown> | unknown[];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The same value with another one in that place. */
export const mutated = (whole: unknown, { way, value }: Mutation): unknown => {
  const [choice, ...rest] = way;
  if (choice === undefined || !isTree(whole)) return value;
  const keys = Object.keys(whole);
  const key = keys[choice % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const entries = Object.entries(whole).map(([name, old]): [string, unknown] => [
    name,
    name === key ? mutated(old, { way: rest, value }) : old,
  ]);
  return Array.isArray(whole) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
};
