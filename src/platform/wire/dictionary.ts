import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** A code list 码表 of the interface document, with the values that only real clients use kept apart. */
export type CodeList = {
  readonly key: string;
  readonly name: string;
  readonly codes: ReadonlyMap<string, string>;
  /** Values that are not printed but sent by real clients: read as known. Fidelity reconstructed. */
  readonly clients: ReadonlyMap<string, string>;
  readonly clientsSource?: string;
};

type ListFile = {
  readonly name: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly clients?: Readonly<Record<string, string>>;
  readonly clientsSource?: string;
};
type DictionaryFile = { readonly source: string; readonly lists: Readonly<Record<string, ListFile>> };

let lists: ReadonlyMap<string, CodeList> | undefined;

const listOf = ([key, file]: [string, ListFile]): [string, CodeList] => {
  const { name, clientsSource } = file;
  const codes = new Map(Object.entries(file.codes));
  const clients = new Map(Object.entries(file.clients ?? {}));
  return [key, { key, name, codes, clients, ...(clientsSource !== undefined && { clientsSource }) }];
};

const load = (): ReadonlyMap<string, CodeList> => {
  const text = readFileSync(join(projectRoot(), 'openapi', 'dictionaries.json'), 'utf8');
  return new Map(Object.entries((JSON.parse(text) as DictionaryFile).lists).map(listOf));
};

const snake = (code: string): string => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All lists, in the order of the file. */
export const codeLists = (): readonly CodeList[] => [...(lists ??= load()).values()];

/** The list of that name; `medType` finds `med_type`. Undefined: no such list is printed, the field is free text. */
export const codeList = (name: string): CodeList | undefined => {
  lists ??= load();
  return lists.get(name) ?? lists.get(snake(name));
};

const isKnown = (list: CodeList, code: string): boolean => list.codes.has(code) || list.clients.has(code);

/** A value whose last pair is empty: `310100` is the parent of `310101`. One-digit values have no children at all. */
const PAIR = /^\d{4,}00$/;

/**
 * Two-level rule 国家码–地方码: provinces put children below a national value. The nearest known value above a code, or
 * undefined for a national value and for a code that belongs nowhere.
 */
export const parentOf = (list: CodeList, code: string): string | undefined => {
  if (!/^\d{3,12}$/.test(code)) return undefined;
  const sibling = `${code.slice(0, -2)}00`;
  if (sibling !== code && PAIR.test(sibling) && isKnown(list, sibling)) return sibling;
  for (let length = code.length - 1; length >= 2; length -= 1) {
    const prefix = code.slice(0, length);
    if (isKnown(list, prefix)) return prefix;
  }
  return undefined;
};

/** True for a known value and for a local child of one. */
export const accepts = (list: CodeList, code: string): boolean =>
  isKnown(list, code) || parentOf(list, code) !== undefined;

/** The national value that a code stands for: itself, or its topmost known parent. Amounts are mapped by it. */
export const nationalCode = (list: CodeList, code: string): string => {
  const parent = parentOf(list, code);
  return parent === undefined ? code : nationalCode(list, parent);
};

/** The label of a code, or that of its nearest parent. */
export const labelOf = (list: CodeList, code: string): string | undefined => {
  const label = list.codes.get(code) ?? list.clients.get(code);
  if (label !== undefined) return label;
  const parent = parentOf(list, code);
  return parent === undefined ? undefined : labelOf(list, parent);
};
