import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Problem } from './problem.ts';

/** A path into a document: keys and list positions. */
export type Path = readonly PropertyKey[];

/** A parsed YAML text that still knows its lines. Every scalar is text: no figure becomes a float on the way. */
export type YamlDocument = {
  readonly value: unknown;
  readonly has: (path: Path) => boolean;
  /** The line of the node at a path, or of the nearest one around it. */
  readonly lineAt: (path: Path) => number;
  /** The line of a key of the mapping at a path. */
  readonly lineOfKey: (path: Path, key: string) => number;
};

type Fault = { readonly offset: number; readonly message: string };

const KNOWN: Readonly<Record<string, string>> = { BAD_INDENT: '缩进不对', TAB_AS_INDENT: '不能用制表符缩进' };

/** Parses YAML without types, tags that change a value or aliases. Duplicate keys are problems. */
export const parseYaml = (file: string, text: string): YamlDocument | Problem[] => {
  const lines = new LineCounter();
  const options = { schema: 'failsafe', uniqueKeys: true, lineCounter: lines, prettyErrors: false } as const;
  const document = parseDocument(text, options);
  const lineAtOffset = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = [...faultsOf(document), ...aliasesIn(document)];
  if (faults.length > 0) return faults.map(({ offset, message }) => ({ file, line: lineAtOffset(offset), message }));
  return {
    value: document.toJS(),
    has: (path) => document.hasIn(path),
    lineAt: (path) => lineAtOffset(offsetAt(document, path)),
    lineOfKey: (path, key) => lineAtOffset(keyOffset(document, path, key) ?? offsetAt(document, path)),
  };
};

/** Every duplicate key; of a text that is no YAML the first fault only, the others follow from it. */
const faultsOf = ({ errors }: Document): Fault[] => {
  const [broken] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (broken === undefined) return errors.map(({ pos: [offset] }) => ({ offset, message: '同一层有重复的键' }));
  return [{ offset: broken.pos[0], message: KNOWN[broken.code] ?? `YAML 格式错误：${broken.message}` }];
};

const aliasesIn = (document: Document): Fault[] => {
  const faults: Fault[] = [];
  visit(document, {
    Alias: (_key, node) => {
      if (isAlias(node)) faults.push({ offset: node.range?.[0] ?? 0, message: '不支持别名（*）' });
    },
  });
  return faults;
};

const offsetAt = (document: Document, path: Path): number => {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
};

const keyOffset = (document: Document, path: Path, key: string): number | undefined => {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
};
