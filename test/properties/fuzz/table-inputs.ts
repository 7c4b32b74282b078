import fc, { type Arbitrary } from 'fast-check';
import { topNodes, type Node, type Table } from '../../../src/platform/wire/table.ts';
import { anyValue, mixedValue, type Living } from './field-values.ts';

type Row = Readonly<Record<string, unknown>>;

/** How many of 100 fields are troubled: a message that is nearly right gets furthest. */
const TROUBLES = [0, 2, 10, 40];

const rowOf = (nodes: readonly Node[], node: Node, living: Living, trouble: number): Arbitrary<Row> =>
  fc.record(
    Object.fromEntries(
      node.fields.map((field) => {
        const below = nodes.find((one) => field.of !== undefined && one.name === field.of);
        if (!below) return [field.code, mixedValue(field, living, trouble)];
        return [field.code, rowsOf(nodes, below, field.type === 'list', living, trouble)];
      }),
    ),
    trouble > 5 ? { requiredKeys: [] } : {},
  );

/** One row or several, and now and then the other way round than the table has it, or something else altogether. */
const rowsOf = (
  nodes: readonly Node[],
  node: Node,
  many: boolean,
  living: Living,
  trouble: number,
): Arbitrary<unknown> => {
  const row = rowOf(nodes, node, living, trouble);
  const rows = fc.oneof(
    { weight: 3, arbitrary: row.map((only) => [only]) },
    { weight: 1, arbitrary: fc.array(row, { maxLength: 3 }) },
  );
  return fc.oneof(
    { weight: 100 - trouble, arbitrary: many ? rows : row },
    { weight: trouble, arbitrary: fc.oneof(many ? row : rows, fc.jsonValue({ maxDepth: 3 })) },
  );
};

const sideOf = (table: Table, living: Living, trouble: number): Arbitrary<unknown> => {
  const top = topNodes(table.input);
  const bare = top.find((node) => node.name === '');
  const named = top.filter((node) => node !== bare);
  const nodes = fc.record(
    Object.fromEntries(named.map((node) => [node.name, rowsOf(table.input, node, node.many, living, trouble)])),
  );
  if (!bare) return nodes;
  if (bare.many) return rowsOf(table.input, bare, true, living, trouble);
  return fc.tuple(rowOf(table.input, bare, living, trouble), nodes).map(([row, rest]) => ({ ...row, ...rest }));
};

/** Inputs of a table: from what its fields say to nonsense. */
export const inputsOf = (table: Table, living: Living): Arbitrary<unknown> =>
  fc.oneof(...TROUBLES.map((trouble) => ({ weight: 6, arbitrary: sideOf(table, living, trouble) })), {
    weight: 1,
    arbitrary: fc.jsonValue({ maxDepth: 4 }),
  });

/** A few fields of the envelope other than they should be; the transaction and the message's own number stay. */
export const envelopesOf = (envelope: Table): Arbitrary<Row> => {
  const fields = envelope.input
    .flatMap((node) => node.fields)
    .filter(({ code }) => code !== 'infno' && code !== 'msgid' && code !== 'input');
  const one = fc
    .constantFrom(...fields)
    .chain((field) => anyValue(field).map((value): Row => ({ [field.code]: value })));
  return fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: one });
};
