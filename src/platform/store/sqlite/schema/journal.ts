import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Fired } from '../../../domain/firing.ts';
import type { CollectedRecord } from '../../port.ts';

/** The thin journal: a row for each exchange and each hop, in columns that a search can read. */
export const journal = sqliteTable(
  'journal',
  {
    seq: integer().primaryKey(),
    trace: text().notNull(),
    hop: integer().notNull(),
    door: text().notNull(),
    infno: text().notNull(),
    sender: text().notNull(),
    msgid: text().notNull(),
    at: integer().notNull(),
    infcode: integer().notNull(),
    err_msg: text(),
    refusal: text(),
    mdtrt_id: text(),
    setl_id: text(),
    psn_no: text(),
    input: text().notNull(),
    violations: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    writes: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    repeated: integer({ mode: 'boolean' }).notNull(),
    via: text().$type<'self' | 'remote'>(),
    faults: text({ mode: 'json' }).$type<readonly Fired[]>(),
  },
  (table) => [index('journal_trace').on(table.trace)],
);

/** Messages that are only collected. */
export const record = sqliteTable(
  'record',
  {
    seq: integer().primaryKey(),
    infno: text().notNull(),
    fixmedins_code: text().notNull(),
    input: text({ mode: 'json' }).$type<CollectedRecord['input']>().notNull(),
  },
  (table) => [index('record_infno').on(table.infno)],
);
