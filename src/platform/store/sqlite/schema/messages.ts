import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Leg, RememberedMessage } from '../../port.ts';

/** What is remembered of messages; the answer is the text that a repetition gets, byte for byte. */
export const message = sqliteTable(
  'message',
  {
    door: text().notNull(),
    sender: text().notNull(),
    infno: text().notNull(),
    msgid: text().notNull(),
    state: text().$type<RememberedMessage['state']>().notNull(),
    content: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.msgid, table.sender, table.infno, table.door] })],
);

/** A leg that is sent or unknown. A look-up uses the indexes of open legs only if it says this condition. */
export const isOpen = sql`state in ('sent', 'unknown')`;

/** Hops that wait, or waited. Only open ones (sent, unknown) are looked up by visit or by message. */
export const leg = sqliteTable(
  'leg',
  {
    ordinal: integer().primaryKey(),
    id: text().notNull(),
    state: text().$type<Leg['state']>().notNull(),
    mdtrt_id: text().notNull(),
    /** msgid of the outer message. */
    msgid: text().notNull(),
    body: text({ mode: 'json' }).$type<Leg>().notNull(),
  },
  (table) => [
    uniqueIndex('leg_id').on(table.id),
    index('leg_open_visit').on(table.mdtrt_id).where(isOpen),
    index('leg_open_message').on(table.msgid).where(isOpen),
    index('leg_state').on(table.state),
  ],
);
