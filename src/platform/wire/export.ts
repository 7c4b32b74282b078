import { loadTable, tableNumbers } from './load-table.ts';
import type { Fidelity, Field, Node, Table } from './table.ts';

/** A field as the print has it; `reads` says what we read instead, where that differs. */
type ExportedField = {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly length?: string;
  readonly required?: true;
  readonly dictionary?: true;
  readonly fidelity: Fidelity;
  readonly reads?: { readonly code?: string; readonly type?: string };
};

type ExportedNode = { readonly node: string; readonly rows?: 'many'; readonly fields: readonly ExportedField[] };

/** A table in the shape of an interface document: what `kuasheng tx export --json` prints. */
export type ExportedTable = {
  readonly door: string;
  readonly infno: string;
  readonly name: string;
  readonly chapter: string;
  readonly fidelity: Fidelity;
  readonly source: string;
  readonly input: readonly ExportedNode[];
  readonly output: readonly ExportedNode[];
};

const exportField = (field: Field): ExportedField => {
  const { code, name, type, length, required, codes, fidelity, printedCode, printedType } = field;
  const reads = { ...(printedCode !== undefined && { code }), ...(printedType !== undefined && { type }) };
  return {
    code: printedCode ?? code,
    name,
    type: printedType ?? type,
    ...(length !== undefined && { length }),
    ...(required && { required }),
    ...(codes !== undefined && { dictionary: true }),
    fidelity,
    ...(Object.keys(reads).length > 0 && { reads }),
  };
};

const exportNode = (node: Node): ExportedNode => ({
  node: node.printedNode ?? node.name,
  ...(node.many && { rows: 'many' }),
  fields: node.fields.map(exportField),
});

const exportTable = ({ door, infno, name, chapter, fidelity, source, input, output }: Table): ExportedTable => ({
  door,
  infno,
  name,
  chapter,
  fidelity,
  source,
  input: input.map(exportNode),
  output: output.map(exportNode),
});

/** All tables of these doors as printed, in order of their numbers. */
export const exportTables = (doors: readonly string[]): ExportedTable[] =>
  doors.flatMap((door) =>
    tableNumbers(door).flatMap((infno) => {
      const table = loadTable(door, infno);
      return table === undefined ? [] : [exportTable(table)];
    }),
  );
