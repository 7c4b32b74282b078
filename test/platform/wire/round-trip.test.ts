import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dateTimeOf } from '../../../src/kernel/civil-time.ts';
import { parseJson } from '../../../src/platform/wire/parse-json.ts';
import { read } from '../../../src/platform/wire/read.ts';
import { topNodes, type Field, type Node, type Side } from '../../../src/platform/wire/table.ts';
import { write } from '../../../src/platform/wire/write.ts';
import { tableNumbers } from '../../../src/platform/wire/load-table.ts';
import { tableOf } from './table-of.ts';

const instants = fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => second * 1000);
const texts = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => text !== 'null');

const numbers = (field: Field) => {
  const digits = Number(field.length?.split(',')[0] ?? 9);
  const most = Math.min(10 ** digits - 1, 9e15);
  return fc.integer({ min: -most, max: most });
};

const scalars = (field: Field): fc.Arbitrary<unknown> => {
  if (field.type === 'number') return numbers(field);
  if (field.type === 'date') return instants.map(dateOf);
  return field.type === 'datetime' ? instants.map(dateTimeOf) : texts;
};

const rowsOf = (nodes: readonly Node[], node: Node): fc.Arbitrary<unknown> => {
  const fieldOf = (field: Field) => {
    const below = nodes.find((one) => field.of !== undefined && one.name === field.of);
    return below === undefined ? scalars(field) : fc.array(rowsOf(nodes, below), { maxLength: 2 });
  };
  const sure = node.fields.filter((field) => field.required || field.of !== undefined).map((field) => field.code);
  const fields = Object.fromEntries(node.fields.map((field) => [field.code, fieldOf(field)]));
  return fc.record(fields, { requiredKeys: sure });
};

const valuesOf = (nodes: readonly Node[]): fc.Arbitrary<object> => {
  const top = topNodes(nodes);
  const whole = (node: Node) => (node.many ? fc.array(rowsOf(nodes, node), { maxLength: 3 }) : rowsOf(nodes, node));
  const [first] = top;
  if (first?.name === '') return whole(first) as fc.Arbitrary<object>;
  return fc.record(Object.fromEntries(top.map((node) => [node.name, whole(node)])));
};

const TABLES: readonly (readonly [door: string, infno: string, side: Side])[] = [
  ['hospital', '1101', 'output'],
  ['hospital', '2201', 'input'],
  ['hospital', '2204', 'input'],
  ['hospital', '2204', 'output'],
  ['hospital', '2207', 'output'],
  ['hospital', '5204', 'output'],
  ['hospital', '5206', 'output'],
  ['hospital', '2161', 'output'],
  ['national', '1107', 'input'],
  ['national', '1107', 'output'],
  ['national', '1406', 'output'],
];

describe('what is written is read back', () => {
  it.each(TABLES)('%s %s %s', (door, infno, side) => {
    const table = tableOf(door, infno);
    fc.assert(
      fc.property(valuesOf(table[side]), (value) => {
        const parsed = parseJson(write(table, value, side));
        expect(parsed.ok && read(table, parsed.value, side).value).toEqual(value);
      }),
      { numRuns: 30 },
    );
  });
});

const SAMPLES: Readonly<Record<Field['type'], unknown>> = {
  string: '甲"1',
  number: 7,
  date: '2025-01-02',
  datetime: '2025-01-02 03:04:05',
  boolean: true,
  bytes: 'UEs=',
  list: ['a', 1],
  object: { a: null },
};

/** A value with every node and every field of a side. */
const fullValue = (nodes: readonly Node[]): object => {
  const fieldValue = (field: Field): unknown => {
    const below = nodes.find((one) => field.of !== undefined && one.name === field.of);
    return below === undefined ? SAMPLES[field.type] : nodeValue(below, field.type === 'list');
  };
  const nodeValue = (node: Node, many: boolean): object => {
    const row = Object.fromEntries(node.fields.map((field) => [field.code, fieldValue(field)]));
    return many ? [row, row] : row;
  };
  const top = topNodes(nodes);
  const bare = top.find((node) => node.name === '');
  if (bare?.many === true) return nodeValue(bare, true);
  const named = top.filter((node) => node !== bare).map((node) => [node.name, nodeValue(node, node.many)]);
  return { ...(bare && nodeValue(bare, false)), ...(Object.fromEntries(named) as object) };
};

describe('every field of every table', () => {
  it.each(['hospital', 'national', 'credential'])('of the %s door is written and read back', (door) => {
    for (const infno of tableNumbers(door)) {
      const table = tableOf(door, infno);
      for (const side of ['input', 'output'] as const) {
        const value = fullValue(table[side]);
        expect(read(table, JSON.parse(write(table, value, side)), side).value, `${door} ${infno} ${side}`).toEqual(
          value,
        );
      }
    }
  });
});
