import { aliasesOf } from './aliases.ts';
import { dateReader, dateTimeReader } from './read-date.ts';
import { manyRows, oneRow } from './read-node.ts';
import { numberReader } from './read-number.ts';
import { booleanReader, bytesReader, listReader, objectReader } from './read-other.ts';
import { planOf, type Plan, type ReadValue, type Slot } from './read-row.ts';
import { textReader } from './read-text.ts';
import { topNodes, type Field, type Node, type Side, type Table } from './table.ts';

const READERS: Readonly<Record<Field['type'], (field: Field) => ReadValue>> = {
  string: textReader,
  number: numberReader,
  date: dateReader,
  datetime: dateTimeReader,
  boolean: booleanReader,
  bytes: bytesReader,
  list: listReader,
  object: objectReader,
};

/** How one side of a table is read. */
export type SidePlan = {
  /** The top level: fields that stand bare, and the nodes. */
  readonly top: Plan;
  /** The plan of a node's fields, built when a message first carries that node. */
  readonly of: (node: string) => Plan;
  /** The one node of a side that has nothing else. */
  readonly only: string | undefined;
};

const sidePlan = (table: Table, nodes: readonly Node[]): SidePlan => {
  const plans = new Map<string, Plan>();
  const namesOf = (kind: 'nodes' | 'fields', code: string) => aliasesOf(kind, code, table.door, table.infno);

  const planFor = (name: string): Plan => {
    const seen = plans.get(name);
    if (seen !== undefined) return seen;
    const node = nodes.find((one) => one.name === name);
    const plan = planOf((node?.fields ?? []).map(fieldSlot));
    plans.set(name, plan);
    return plan;
  };

  const fieldSlot = (field: Field): Slot => {
    const { code, name, required, of, type } = field;
    const many = type === 'list' && of !== undefined;
    const read = of === undefined ? READERS[type](field) : (many ? manyRows : oneRow)(() => planFor(of), code);
    return { code, name, required, many, read, aliases: namesOf('fields', code) };
  };

  const nodeSlot = ({ name, many, sameAs, fields }: Node): Slot => {
    const read = (many ? manyRows : oneRow)(() => planFor(name), name);
    const required = sameAs === undefined && fields.some((field) => field.required);
    return { code: name, name, required, many, read, aliases: namesOf('nodes', name) };
  };

  const top = topNodes(nodes);
  const bare = top.filter((node) => node.name === '' && !node.many).flatMap((node) => node.fields);
  const named = top.filter((node) => node.name !== '');
  const only = bare.length === 0 && named.length === 1 ? named[0]?.name : undefined;
  return { top: planOf([...bare.map(fieldSlot), ...named.map(nodeSlot)]), of: planFor, only };
};

const plans = new WeakMap<readonly Node[], SidePlan>();

/** The plan of a side, made once. */
export const planOfSide = (table: Table, side: Side): SidePlan => {
  const nodes = table[side];
  const seen = plans.get(nodes);
  if (seen !== undefined) return seen;
  const plan = sidePlan(table, nodes);
  plans.set(nodes, plan);
  return plan;
};
