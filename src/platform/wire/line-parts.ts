import type { Fidelity } from './table.ts';

/** Lines of a table file are parts with a bar between: `人员编号 | string(30) | required`. */
export const partsOf = (line: string): string[] => line.split(' | ');

const FIDELITIES: readonly string[] = ['documented', 'reconstructed', 'sandbox'];

export const isFidelity = (part: string): part is Fidelity => FIDELITIES.includes(part);

/** What stands behind these words in the part that begins with them: empty for the words alone, undefined for none. */
export const after = (parts: readonly string[], words: string): string | undefined =>
  parts.find((part) => part === words || part.startsWith(`${words} `))?.slice(words.length + 1);

/** The same for what the print says: `(none)` is the empty text. */
export const printed = (parts: readonly string[], what: string): string | undefined =>
  after(parts, `printed ${what}`)?.replace(/^\(none\)$/, '');

/** Throws on the first part that the grammar does not have: our own file is wrong. */
export const checkParts = (parts: readonly string[], grammar: RegExp, where: string): void => {
  const odd = parts.find((part) => !grammar.test(part) && !isFidelity(part));
  if (odd !== undefined) throw new Error(`${where}: cannot read “${odd}”`);
};

/** `{ key: value }`, or nothing at all where there is no value. */
export const given = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
