import { must } from '../../../src/kernel/assert.ts';
import { loadTable } from '../../../src/platform/wire/load-table.ts';
import type { Table } from '../../../src/platform/wire/table.ts';

/** The table of a transaction that surely has one. */
export const tableOf = (door: string, infno: string): Table => {
  const table = loadTable(door, infno);
  must(table, `no table for ${door} ${infno}`);
  return table;
};

export const hospital = (infno: string): Table => tableOf('hospital', infno);
