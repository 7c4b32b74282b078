import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The last number taken of each series. */
export const serial = sqliteTable('serial', { key: text().primaryKey(), value: integer().notNull() });

/** Settings of the workspace. */
export const setting = sqliteTable('setting', { key: text().primaryKey(), value: text().notNull() });

/** Work that falls due, in the order of moment and coming. */
export const due = sqliteTable(
  'due',
  {
    ordinal: integer().primaryKey(),
    kind: text().notNull(),
    key: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [uniqueIndex('due_once').on(table.kind, table.key), index('due_next').on(table.at, table.ordinal)],
);

/** Sign-ins 签到. */
export const signIn = sqliteTable('sign_in', {
  sign_no: text().primaryKey(),
  fixmedins_code: text().notNull(),
  opter_no: text().notNull(),
  signed_in_at: integer().notNull(),
  signed_out_at: integer(),
});
