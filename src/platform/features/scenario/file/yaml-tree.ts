import { LosslessNumber } from 'lossless-json';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Tree } from '../tree.ts';

export type Path = readonly PropertyKey[];

/** A YAML text as a value that still knows its lines. */
export type YamlTree = {
  readonly value: Tree;
  /** The line of a key or an item, or of the nearest thing around it. */
  readonly lineAt: (path: Path) => number;
};

type Fault = { readonly line: number; readonly message: string };

const KNOWN: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '不能用制表符缩进',
  DUPLICATE_KEY: '同一层有重复的键',
};

/** Reads YAML; numbers keep their digits. Aliases and tags are refused: what is written is what is meant. */
export const yamlTree = (text: string): Result<YamlTree, readonly Fault[]> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = [
    ...document.errors.slice(0, 1).map(({ code, message, pos: [offset] }) => ({
      line: lineOf(offset),
      message: KNOWN[code] ?? `YAML 格式错误：${message}`,
    })),
    ...taggedOrAliased(document).map((offset) => ({ line: lineOf(offset), message: '不支持别名（*）和标签（!）' })),
  ];
  if (faults.length > 0) return fail(faults);
  return ok({ value: valueOf(document.contents), lineAt: (path) => lineOf(offsetAt(document, path)) });
};

const taggedOrAliased = (document: Document): number[] => {
  const offsets: number[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || (isNode(node) && node.tag !== undefined)) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
};

const valueOf = (node: unknown): Tree => {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? (key.source ?? String(key.value)) : '', valueOf(value)]),
    );
  }
  if (isSeq(node)) return node.items.map(valueOf);
  return isScalar(node) ? scalarOf(node.value, node.source) : null;
};

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A number keeps its digits; one that JSON could not write (`01`, `0x1f`, `1e3`) is the text that stands there. */
const scalarOf = (value: unknown, source = ''): Tree => {
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'string') return value;
  return DECIMAL.test(source) && !/^-?0\d/.test(source) ? new LosslessNumber(source) : source;
};

const offsetAt = (document: Document, path: Path): number => {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const found = keyOffset(document, path.slice(0, depth)) ?? nodeOffset(document, path.slice(0, depth));
    if (found !== undefined) return found;
  }
  return 0;
};

/** Where a key of a map stands. */
const keyOffset = (document: Document, path: Path): number | undefined => {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
};

const nodeOffset = (document: Document, path: Path): number | undefined => {
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
};
