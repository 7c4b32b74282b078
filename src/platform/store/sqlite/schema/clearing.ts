import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClearingKind, ClearingRecords } from '../../../domain/clearing/national/records.ts';
import type { HospitalFile } from '../../../domain/hospital-file.ts';

/** Files that institutions have uploaded, or can fetch. */
export const hospitalFile = sqliteTable('hospital_file', {
  file_qury_no: text().primaryKey(),
  fixmedins_code: text().notNull(),
  filename: text().notNull(),
  kind: text().$type<HospitalFile['kind']>().notNull(),
  content: text().notNull(),
  dld_endtime: text().notNull(),
});

/** What institutions have said of the rows of their clearing 异地清分结果确认, by month. */
export const confirmation = sqliteTable(
  'confirmation',
  {
    setl_id: text().notNull(),
    period: text().notNull(),
    fixmedins_code: text().notNull(),
    confirmed: integer({ mode: 'boolean' }).notNull(),
    reference: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.setl_id, table.period] }),
    index('confirmation_institution').on(table.fixmedins_code, table.period, table.setl_id),
    index('confirmation_period')
      .on(table.period, table.setl_id)
      .where(sql`confirmed = 1`),
  ],
);

/** What the nation keeps of the clearing between provinces 清算: aggregates by kind and key. */
export const clearing = sqliteTable(
  'clearing',
  {
    kind: text().$type<ClearingKind>().notNull(),
    key: text().notNull(),
    body: text({ mode: 'json' }).$type<ClearingRecords[ClearingKind]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] })],
);
