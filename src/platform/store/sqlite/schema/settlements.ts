import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Book, Settlement, SettlementState } from '../../../domain/settlement.ts';

/**
 * Settlements 结算 and refunds 退费 of all three books. The row is written once, only `state` changes: the column is
 * the truth, the state inside the body is that of the first day. There is no reference to `visit`: the national and
 * the insured books hold settlements of visits that the sandbox never saw.
 *
 * A settlement is written into up to three books, so each index here costs three entries a turn: the keys lead with
 * the one column that selects, `book` and `sender` are looked at in the few rows it leaves. Provinces ask the national
 * book by person and day (1404): those two indexes hold its rows alone. So does that of the treatment book, which an
 * institution reconciles and clears by day; the nation reconciles its own book with that of the insured places by day.
 */
export const settlement = sqliteTable(
  'settlement',
  {
    ordinal: integer().primaryKey(),
    book: text().$type<Book>().notNull(),
    setl_id: text().notNull(),
    state: text().$type<SettlementState>().notNull(),
    refund_of: text(),
    sender: text().notNull(),
    infno: text().notNull(),
    msgid: text().notNull(),
    mdtrt_id: text().notNull(),
    mdtrtsn: text(),
    fixmedins_code: text().notNull(),
    psn_no: text().notNull(),
    setl_time: text().notNull(),
    body: text({ mode: 'json' }).$type<Settlement>().notNull(),
  },
  (table) => [
    uniqueIndex('settlement_key').on(table.setl_id, table.book),
    index('settlement_msgid').on(table.msgid),
    index('settlement_mdtrt_id').on(table.mdtrt_id),
    index('settlement_mdtrtsn')
      .on(table.mdtrtsn)
      .where(sql`mdtrtsn is not null`),
    index('settlement_refund_of')
      .on(table.refund_of)
      .where(sql`refund_of is not null`),
    index('settlement_institution')
      .on(table.fixmedins_code, table.setl_time)
      .where(sql`book = 'treatment'`),
    index('settlement_national_day')
      .on(table.setl_time, table.setl_id)
      .where(sql`book = 'national'`),
    index('settlement_insured_day')
      .on(table.setl_time, table.setl_id)
      .where(sql`book = 'insured'`),
    index('settlement_national_person')
      .on(table.psn_no, table.setl_time)
      .where(sql`book = 'national'`),
    index('settlement_national_certificate')
      .on(sql`(body ->> '$.visitor.certno')`, table.setl_time)
      .where(sql`book = 'national'`),
  ],
);
