import { hash as digest } from 'node:crypto';
import type { Node, Table } from '../wire/table.ts';

type Row = Readonly<Record<string, unknown>>;

/** Shorter ones are kept as they came. */
const SHORT = 1_000;

/**
 * The input with a hash in the place of long bytes (packages 压缩包, files): the journal keeps no files, and a repetition
 * is known by the hash as well.
 */
export const withoutBytes = ({ input: nodes }: Table, value: object): object => {
  const holding = nodes.filter(({ fields }) => fields.some(({ type }) => type === 'bytes'));
  return holding.reduce<object>(
    (row, node) => (node.name === '' ? hashed(node, row as Row) : inside(node, row)),
    value,
  );
};

const inside = (node: Node, value: object): object => {
  const held = (value as Row)[node.name];
  if (Array.isArray(held)) return { ...value, [node.name]: held.map((row) => hashed(node, row as Row)) };
  return typeof held === 'object' && held !== null ? { ...value, [node.name]: hashed(node, held as Row) } : value;
};

const hashed = ({ fields }: Node, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([code, held]) => {
      const isBytes = fields.some((field) => field.code === code && field.type === 'bytes');
      return [code, isBytes && typeof held === 'string' && held.length > SHORT ? hashOf(held) : held];
    }),
  );

/** What Base64 text says, in short: hash and size of the text. */
const hashOf = (base64: string): string => `sha256:${digest('sha256', base64)} (${base64.length} characters)`;
