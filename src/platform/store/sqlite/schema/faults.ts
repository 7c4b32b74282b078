import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Fault } from '../../../../kernel/fault/fault.ts';
import type { DeliveryState } from '../../../domain/delivery.ts';
import type { Firing } from '../../../domain/firing.ts';

/** Faults that are armed 故障, with what they have counted. */
export const fault = sqliteTable('fault', {
  /** Order of arming. */
  ordinal: integer().primaryKey(),
  id: text().notNull().unique(),
  body: text({ mode: 'json' }).$type<Fault>().notNull(),
});

/** How often a fault by chance has met a key. */
export const faultAttempt = sqliteTable(
  'fault_attempt',
  { fault: text().notNull(), key: text().notNull(), attempt: integer().notNull() },
  (table) => [primaryKey({ columns: [table.fault, table.key] })],
);

/** What fired. */
export const firing = sqliteTable(
  'firing',
  {
    seq: integer().notNull(),
    nth: integer().notNull(),
    fault: text().notNull(),
    body: text({ mode: 'json' }).$type<Firing>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.seq, table.nth] }), index('firing_fault').on(table.fault)],
);

/** Which answers have left. */
export const delivery = sqliteTable('delivery', {
  seq: integer().primaryKey(),
  state: text().$type<DeliveryState>().notNull(),
  at: integer().notNull(),
});
