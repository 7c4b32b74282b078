import { parseField } from './field-line.ts';
import { after, checkParts, given, isFidelity, partsOf, printed } from './line-parts.ts';
import type { Fidelity, Node, Table } from './table.ts';

/**
 * A table file: fidelity and source, then `input` and `output` node by node. A node is `name` or, with many rows,
 * `name[]`; `""` and `"[]"` stand directly under the side. Its line `"@"` may say `rows corrected`, `printed only`,
 * `printed node <name>`, `same as <node>`, or a fidelity of its own.
 */
export type TableFile = {
  readonly name: string;
  readonly chapter: string;
  readonly fidelity: Fidelity;
  readonly source: string;
  readonly input?: NodeFile;
  readonly output?: NodeFile;
  readonly input_file?: NodeFile;
  readonly output_file?: NodeFile;
  readonly xml_file?: NodeFile;
};

type NodeFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FILES = ['input_file', 'output_file', 'xml_file'] as const;
const GRAMMAR = /^(rows corrected|printed only|printed node .+|same as \S+)$/;

const parseNode = (key: string, lines: Readonly<Record<string, string>>, inherited: Fidelity): Node => {
  const { '@': line, ...fields } = lines;
  const parts = line === undefined ? [] : partsOf(line);
  checkParts(parts, GRAMMAR, `node ${key}`);
  const fidelity = parts.find(isFidelity) ?? inherited;
  return {
    name: key.replace(/\[\]$/, ''),
    many: key.endsWith('[]'),
    fields: Object.entries(fields).map(([code, text]) => parseField(code, text, fidelity)),
    fidelity,
    ...given('sameAs', after(parts, 'same as')),
    rowsCorrected: parts.includes('rows corrected'),
    printedOnly: parts.includes('printed only'),
    ...given('printedNode', printed(parts, 'node')),
  };
};

const parseNodes = (nodes: NodeFile | undefined, fidelity: Fidelity): Node[] =>
  Object.entries(nodes ?? {}).map(([key, lines]) => parseNode(key, lines, fidelity));

/** Makes the table out of its file. Throws when the file breaks the form above. */
export const parseTable = (door: string, infno: string, file: TableFile): Table => {
  const { name, chapter, fidelity, source } = file;
  const files = FILES.filter((kind) => file[kind] !== undefined);
  return {
    door,
    infno,
    name,
    chapter,
    fidelity,
    source,
    input: parseNodes(file.input, fidelity),
    output: parseNodes(file.output, fidelity),
    files: Object.fromEntries(files.map((kind) => [kind, parseNodes(file[kind], fidelity)])),
  };
};
