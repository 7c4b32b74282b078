import { must } from '../../kernel/assert.ts';
import { topNodes, type Field, type Node, type Side, type Table } from './table.ts';
import { valuePrinter, type Print } from './write-value.ts';

/** One key of an object to write. */
type Column = {
  readonly code: string;
  readonly sameAs: string | undefined;
  readonly print: Print;
  /** What stands for an absent value; undefined when it must not be absent. */
  readonly absent: string | undefined;
};

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const valueOf = (column: Column, row: Row): unknown => {
  const value = row[column.code] ?? undefined;
  return value === undefined && column.sameAs !== undefined ? (row[column.sameAs] ?? undefined) : value;
};

const rowPrinter = (columns: readonly Column[], path: string): Print => {
  const codes = new Set(columns.map((column) => column.code));
  const openings = columns.map((column, index) => `${index === 0 ? '{' : ','}"${column.code}":`);
  const close = columns.length === 0 ? '{}' : '}';
  return (row) => {
    if (!isRow(row)) must(false, `${path} is no object`);
    const unknown = Object.keys(row).find((key) => !codes.has(key));
    if (unknown !== undefined) must(false, `${path}.${unknown} is not in the table`);
    let printed = '';
    columns.forEach((column, index) => {
      const value = valueOf(column, row);
      const text = value === undefined ? column.absent : column.print(value);
      if (text === undefined) must(false, `${path}.${column.code} is absent`);
      printed += openings[index] + text;
    });
    return printed + close;
  };
};

const rowsPrinter =
  (print: Print, path: string): Print =>
  (rows) => {
    must(Array.isArray(rows), path);
    return `[${rows.map(print).join(',')}]`;
  };

const absentOf = (many: boolean, required: boolean): string | undefined => {
  if (many) return '[]';
  return required ? undefined : 'null';
};

const sidePrinter = (table: Table, nodes: readonly Node[], side: Side): Print => {
  // What a sender has left out of its message stays out when it is relayed.
  const demanded = side === 'output';
  const nodePrinter = (node: Node, many: boolean, path: string): Print => {
    const print = rowPrinter(
      node.fields.map((field) => fieldColumn(field, path)),
      path,
    );
    return many ? rowsPrinter(print, `${path} are no rows`) : print;
  };

  const fieldColumn = (field: Field, above: string): Column => {
    const { code, sameAs } = field;
    const path = `${above}.${code}`;
    const node = field.of === undefined ? undefined : nodes.find((one) => one.name === field.of);
    const many = node !== undefined && field.type === 'list';
    const print = node === undefined ? valuePrinter(field, path) : nodePrinter(node, many, path);
    return { code, sameAs, print, absent: absentOf(many, demanded && field.required) };
  };

  const nodeColumn = (node: Node): Column => {
    const print = nodePrinter(node, node.many, `${start}.${node.name}`);
    const required = demanded && node.fields.some((field) => field.required);
    return { code: node.name, sameAs: node.sameAs, print, absent: absentOf(node.many, required) };
  };

  const start = `${table.door} ${table.infno} ${side}`;
  const top = topNodes(nodes);
  const bare = top.find((node) => node.name === '');
  if (bare?.many === true) return nodePrinter(bare, true, start);
  const fields = (bare?.fields ?? []).map((field) => fieldColumn(field, start));
  return rowPrinter([...fields, ...top.filter((node) => node !== bare).map(nodeColumn)], start);
};

const compiled = new WeakMap<readonly Node[], Print>();

/**
 * The JSON text of an output (or, for a relayed message, of an input): keys in table order, numbers of scale s with s
 * decimals, absent values `null`, absent rows `[]`; an absent output is `null`. It is the check of the output as well:
 * throws when a node or field is unknown, of another type, or required and absent — a defect of ours. Of an input
 * nothing is required: the party that sent it may have left it out.
 */
export const write = (table: Table, value: object | undefined, side: Side = 'output'): string => {
  if (value === undefined) return 'null';
  const nodes = table[side];
  const seen = compiled.get(nodes);
  if (seen !== undefined) return seen(value);
  const print = sidePrinter(table, nodes, side);
  compiled.set(nodes, print);
  return print(value);
};
