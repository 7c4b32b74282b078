import { topNodes, type Node, type Side, type Table } from './table.ts';

/** A field that its table requires and that is not there, with its Chinese name. */
export type Absent = { readonly path: string; readonly name: string };

type Row = Readonly<Record<string, unknown>>;

/**
 * What a value, as `read` gives it, lacks of what its table requires: without it `write` could not print it. Rows that
 * may be many may be none.
 */
export const absentFrom = (table: Table, value: Row, side: Side = 'output'): Absent[] => {
  const nodes = table[side];
  const inNode = (node: Node, row: Row, path: string): Absent[] =>
    node.fields.flatMap(({ code, name, required, type, of }) => {
      const inner = of === undefined ? undefined : nodes.find((one) => one.name === of);
      const here = `${path}${code}`;
      if (row[code] === undefined) return required && type !== 'list' ? [{ path: here, name }] : [];
      return inner ? below(inner, row[code], here) : [];
    });
  const below = (node: Node, found: unknown, path: string): Absent[] =>
    Array.isArray(found)
      ? found.flatMap((row, index) => inNode(node, row as Row, `${path}[${index}].`))
      : inNode(node, (found ?? {}) as Row, `${path}.`);
  return topNodes(nodes).flatMap((node) => {
    if (node.name === '') return node.many ? [] : inNode(node, value, '');
    return below(node, value[node.name] ?? (node.many ? [] : {}), node.name);
  });
};
