import { check, integer, primaryKey, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Fen } from '../../../../kernel/money.ts';
import { person } from './persons.ts';

const ofInsurance = () => ({
  psn_no: text()
    .notNull()
    .references(() => person.psn_no),
  insutype: text().notNull(),
});

/** Amounts are 分 in 64-bit integers; what a number of JavaScript cannot hold exactly is refused by the table itself. */
const exact = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`typeof(${column}) = 'integer' and abs(${column}) <= 9007199254740991`);

/** Balances of personal accounts 个人账户余额. */
export const account = sqliteTable('account', { ...ofInsurance(), balc: integer().$type<Fen>().notNull() }, (table) => [
  primaryKey({ columns: [table.psn_no, table.insutype] }),
  exact('account_balc_exact', table.balc),
]);

/** What a person has used up 累计, by year `2026` or month `202609`. */
export const accumulator = sqliteTable(
  'accumulator',
  {
    ...ofInsurance(),
    period: text().notNull(),
    cum_type_code: text().notNull(),
    amount: integer().$type<Fen>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.psn_no, table.insutype, table.period, table.cum_type_code] }),
    exact('accumulator_amount_exact', table.amount),
  ],
);
