import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { parseTable, type TableFile } from './table-file.ts';
import type { Table } from './table.ts';

/** A file that is like another one: `2206A` is `2206` under its own name and fidelity. */
type LikeFile = Pick<TableFile, 'name' | 'fidelity' | 'source'> & { readonly like: string };

const folder = () => join(projectRoot(), 'openapi', 'tables');

const names = new Map<string, ReadonlySet<string>>();
const tables = new Map<string, Table>();

/** Numbers of a door that a table exists for. What comes from the wire is only ever looked up here, never opened. */
const known = (door: string): ReadonlySet<string> => {
  const seen = names.get(door);
  if (seen !== undefined) return seen;
  const doors = readdirSync(folder(), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (!doors.some((entry) => entry.name === door)) return new Set();
  const files = readdirSync(join(folder(), door)).filter((file) => file.endsWith('.json'));
  const found = new Set(files.map((file) => file.slice(0, -'.json'.length)));
  names.set(door, found);
  return found;
};

const open = (path: string): TableFile | LikeFile => JSON.parse(readFileSync(path, 'utf8')) as TableFile | LikeFile;

const openTable = (door: string, infno: string): Table => {
  const file = open(join(folder(), door, `${infno}.json`));
  if (!('like' in file)) return parseTable(door, infno, file);
  const model = open(join(folder(), door, `${file.like}.json`)) as TableFile;
  return parseTable(door, infno, { ...model, name: file.name, fidelity: file.fidelity, source: file.source });
};

/** The table of a transaction, read at first use; undefined where there is none. Throws when its file is wrong. */
export const loadTable = (door: string, infno: string): Table | undefined => {
  const key = `${door} ${infno}`;
  const seen = tables.get(key);
  if (seen !== undefined || !known(door).has(infno)) return seen;
  const table = openTable(door, infno);
  tables.set(key, table);
  return table;
};

/** The numbers of a door that have a table, by code point. */
export const tableNumbers = (door: string): string[] => [...known(door)].sort();

/** Which envelope: the 报文头 of the transactions, or that of the credential door. */
type EnvelopeName = 'envelope' | 'credential-envelope';

/** The envelope as a table: `input` is what a request carries around its input, `output` what an answer does. */
export const loadEnvelope = (name: EnvelopeName = 'envelope'): Table => {
  const seen = tables.get(name);
  if (seen !== undefined) return seen;
  const file = join(folder(), `${name}.json`);
  if (!existsSync(file)) throw new Error(`openapi/tables/${name}.json is missing`);
  const table = parseTable('', name, open(file) as TableFile);
  tables.set(name, table);
  return table;
};
