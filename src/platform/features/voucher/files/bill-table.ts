import { must } from '../../../../kernel/assert.ts';
import { loadTable } from '../../../wire/load-table.ts';
import type { Node, Table } from '../../../wire/table.ts';

/** `feeDetlList/feeDetl` is a list `feeDetlList` of elements `feeDetl`. */
export type BillNode = Node & { readonly list?: string };

const split = (node: Node): BillNode => {
  const [list, row] = node.name.split('/');
  return row === undefined ? node : { ...node, name: row, ...(list !== undefined && { list }) };
};

let known: { readonly nodes: readonly BillNode[]; readonly table: Table } | undefined;

/** The layout of the structured XML 结构化文件, as printed beside 4901; and as a table that the wire can read by. */
export const billTable = (): { readonly nodes: readonly BillNode[]; readonly table: Table } => {
  if (known) return known;
  const table = loadTable('hospital', '4901');
  const printed = table?.files['xml_file'];
  must(table && printed, 'the table 4901 has the layout of the XML');
  const nodes = printed.map(split);
  known = { nodes, table: { ...table, input: nodes, output: [] } };
  return known;
};
