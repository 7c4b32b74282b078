import * as z from 'zod';
import { isNeeded } from './needs.ts';
import { read } from './read.ts';
import { topNodes, type Field, type Node, type Side, type Table } from './table.ts';

type Shape = Record<string, z.ZodType>;

const SCALARS: Readonly<Record<Field['type'], () => z.ZodType>> = {
  string: () => z.string(),
  number: () => z.int(),
  date: () => z.iso.date(),
  datetime: () => z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  boolean: () => z.boolean(),
  bytes: () => z.base64(),
  list: () => z.array(z.unknown()),
  object: () => z.looseObject({}),
};

const rowsOr = (many: boolean, row: z.ZodType, needed: boolean): z.ZodType => {
  if (!many) return needed ? row : row.optional();
  return needed ? z.array(row).min(1) : z.array(row);
};

const typed = (nodes: readonly Node[], needs: readonly string[]): z.ZodType => {
  const fieldType = (field: Field, above: string): z.ZodType => {
    const many = field.type === 'list' && field.of !== undefined;
    const path = `${above}${field.code}`;
    const node = nodes.find((one) => field.of !== undefined && one.name === field.of);
    const needed = isNeeded(needs, path);
    if (node !== undefined) return rowsOr(many, nodeType(node, `${path}${many ? '[]' : ''}.`), needed);
    const scalar = SCALARS[field.type]().meta({ title: field.name });
    return needed ? scalar : scalar.optional();
  };

  const shapeOf = (fields: readonly Field[], above: string): Shape =>
    Object.fromEntries(fields.map((field) => [field.code, fieldType(field, above)]));

  const nodeType = (node: Node, above: string) => z.strictObject(shapeOf(node.fields, above));

  const top = topNodes(nodes);
  const bare = top.find((node) => node.name === '');
  if (bare?.many === true) return z.array(nodeType(bare, ''));
  const named = top.filter((node) => node !== bare);
  const shape = named.map((node): [string, z.ZodType] => {
    const row = nodeType(node, `${node.name}${node.many ? '[]' : ''}.`);
    return [node.name, rowsOr(node.many, row, isNeeded(needs, node.name))];
  });
  return z.strictObject({ ...shapeOf(bare?.fields ?? [], ''), ...Object.fromEntries(shape) });
};

/**
 * The zod schema of one side of a table = the coercions of `read` + the needs: it takes what a client sends, gives the
 * values of the table and fails only where something needed is missing. Built at the call: keep it if used often.
 */
export const schemaOf = (table: Table, side: Side = 'input', needs: readonly string[] = []) =>
  z.preprocess((raw) => read(table, raw, side).value, typed(table[side], needs));
