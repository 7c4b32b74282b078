import type Sqlite from 'better-sqlite3';
import type { Finding, JournalFilter } from '../../port/journal-index.ts';
import { trigramQuery } from './trigrams.ts';
import { whereOf, type Where } from './where.ts';

type Connection = Sqlite.Database;
type Numbers = Iterable<number>;

const ANY = { order: 'newest', limit: Number.MAX_SAFE_INTEGER } as const;

/** Numbers of rows of the book that answer to the filter, in the order asked for. */
export const findRows = (connection: Connection, filter: JournalFilter, finding: Finding): number[] => {
  const where = whereOf(filter);
  const { text } = filter;
  const parts = [
    inIndex(connection, where, text, finding),
    ...(text === undefined ? [] : [unread(connection, where, text, finding)]),
    fresh(connection, where, text, finding),
  ];
  const ascending = parts.flatMap((part) => firstOf(part, finding.limit)).sort((a, b) => a - b);
  return (finding.order === 'newest' ? ascending.reverse() : ascending).slice(0, finding.limit);
};

export const countRows = (connection: Connection, filter: JournalFilter): number => {
  if (filter.text !== undefined) return findRows(connection, filter, ANY).length;
  const where = whereOf(filter);
  const count = (table: string): number =>
    number(connection, `SELECT count(*) FROM ${table} WHERE ${where.sql}`, where);
  return count('entry') + count('fresh');
};

const number = (connection: Connection, sql: string, { values }: Where): number =>
  connection
    .prepare<unknown[], number>(sql)
    .pluck()
    .get(...values) ?? 0;

const numbers = (connection: Connection, sql: string, values: readonly unknown[]): Numbers =>
  connection
    .prepare<unknown[], number>(sql)
    .pluck()
    .iterate(...values) as Numbers;

const firstOf = (found: Numbers, limit: number): number[] => {
  const first: number[] = [];
  if (limit === 0) return first;
  for (const seq of found) {
    first.push(seq);
    if (first.length >= limit) break;
  }
  return first;
};

const inIndex = (connection: Connection, where: Where, text: string | undefined, { order }: Finding): Numbers => {
  const ordered = `ORDER BY 1 ${order === 'newest' ? 'DESC' : 'ASC'}`;
  const entries = `SELECT seq FROM entry WHERE ${where.sql}`;
  if (text === undefined) return numbers(connection, `${entries} ${ordered}`, where.values);
  const query = trigramQuery(text);
  if (query === undefined) return holding(connection, `${entries} ${ordered}`, where.values, text);
  if (where.sql === '1') {
    return holding(connection, `SELECT rowid FROM text WHERE text MATCH ? ${ordered}`, [query], text);
  }
  const both = `${entries} INTERSECT SELECT rowid FROM text WHERE text MATCH ? ${ordered}`;
  return holding(connection, both, [...where.values, query], text);
};

/** Trigrams find all rows that hold the text, and some that do not: the book decides. */
const holding = (connection: Connection, sql: string, values: readonly unknown[], text: string): Numbers => {
  const candidates = `WITH candidate(seq) AS MATERIALIZED (${sql}) SELECT candidate.seq FROM candidate
    CROSS JOIN book.journal j ON j.seq = candidate.seq
    WHERE instr(j.input, ?) > 0 OR instr(j.err_msg, ?) > 0`;
  return numbers(connection, candidates, [...values, text, text]);
};

/** Rows that have an entry, but whose text is not taken in yet. */
const unread = (connection: Connection, where: Where, text: string, { order }: Finding): Numbers => {
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  const rows = `SELECT seq FROM entry WHERE ${where.sql} AND seq IN (SELECT seq FROM unread)`;
  return holding(connection, `${rows} ORDER BY seq ${direction}`, where.values, text);
};

/** Rows that the index does not have at all. */
const fresh = (connection: Connection, where: Where, text: string | undefined, { order }: Finding): Numbers => {
  const ordered = `ORDER BY seq ${order === 'newest' ? 'DESC' : 'ASC'}`;
  if (text === undefined) {
    return numbers(connection, `SELECT seq FROM fresh WHERE ${where.sql} ${ordered}`, where.values);
  }
  const held = '(instr(input, ?) > 0 OR instr(err_msg, ?) > 0)';
  const values = [...where.values, text, text];
  return numbers(connection, `SELECT seq FROM fresh WHERE ${where.sql} AND ${held} ${ordered}`, values);
};
