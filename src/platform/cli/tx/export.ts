import { exportTables, type ExportedTable } from '../../wire/export.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { DOORS, type OpenDoor } from './transactions.ts';

export type ExportOptions = { readonly door?: OpenDoor; readonly json?: true };

/** `kuasheng tx export`: every field of every table, as JSON or one a line for a spreadsheet. */
export const exportTransactions = (terminal: Terminal, options: ExportOptions): ExitCode => {
  const tables = exportTables(options.door === undefined ? DOORS : [options.door]);
  terminal.out(options.json ? JSON.stringify(tables, null, 1) : asLines(tables));
  return EXIT.ok;
};

const TITLES = [
  'door',
  'infno',
  'name',
  'side',
  'node',
  'code',
  'field',
  'type',
  'length',
  'required',
  'dictionary',
  'fidelity',
];

const asLines = (tables: readonly ExportedTable[]): string =>
  [TITLES, ...tables.flatMap(linesOf)].map((cells) => cells.join('\t')).join('\n');

const linesOf = (table: ExportedTable): string[][] =>
  (['input', 'output'] as const).flatMap((side) =>
    table[side].flatMap(({ node, fields }) =>
      fields.map((field) => [
        table.door,
        table.infno,
        table.name,
        side,
        node,
        field.code,
        field.name,
        field.type,
        field.length ?? '',
        field.required ? 'required' : '',
        field.dictionary ? 'dictionary' : '',
        field.fidelity,
      ]),
    ),
  );
