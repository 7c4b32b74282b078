import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Batch, Registration, Visit } from '../../../domain/visit.ts';

/** Registrations 就诊登记 as the insured place keeps them. */
export const registration = sqliteTable('registration', {
  mdtrt_regno: text().primaryKey(),
  body: text({ mode: 'json' }).$type<Registration>().notNull(),
});

/** Visits 就诊. `ordinal` is the order in which they were first put; it survives a copy of the file. */
export const visit = sqliteTable(
  'visit',
  {
    ordinal: integer().primaryKey(),
    mdtrt_id: text().notNull(),
    psn_no: text().notNull(),
    body: text({ mode: 'json' }).$type<Visit>().notNull(),
  },
  (table) => [uniqueIndex('visit_mdtrt_id').on(table.mdtrt_id), index('visit_psn_no').on(table.psn_no)],
);

/**
 * Charge batches 收费批次, all lines of a batch in one row: a batch is uploaded, settled and withdrawn as a whole.
 * Which settlement holds it stands in the column only.
 */
export const batch = sqliteTable(
  'batch',
  {
    ordinal: integer().primaryKey(),
    mdtrt_id: text()
      .notNull()
      .references(() => visit.mdtrt_id),
    chrg_bchno: text().notNull(),
    settled_by: text(),
    body: text({ mode: 'json' }).$type<Omit<Batch, 'settledBy'>>().notNull(),
  },
  (table) => [uniqueIndex('batch_key').on(table.mdtrt_id, table.chrg_bchno)],
);
