import type { Library } from './library.ts';

/**
 * The label of a value in a code list. A local child that the list does not have (1101 of 11 在职) is called as what it
 * is a child of; what has no parent either, nothing.
 */
export const labelOf = ({ dictionary }: Library, type: string, value: string): string | undefined => {
  const list = dictionary(type) ?? [];
  const known = list.filter((row) => value.startsWith(row.value)).sort((a, b) => b.value.length - a.value.length);
  return known[0]?.label;
};
