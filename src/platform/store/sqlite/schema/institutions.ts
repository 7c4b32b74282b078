import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Institution } from '../../../domain/institution.ts';
import type { ItemMatch } from '../../../domain/item-match.ts';
import type { Reader } from '../../port.ts';

type CatalogueItem = NonNullable<ReturnType<Reader['item']>>;

/** Designated institutions 定点医药机构. */
export const institution = sqliteTable('institution', {
  fixmedins_code: text().primaryKey(),
  body: text({ mode: 'json' }).$type<Institution>().notNull(),
});

/** The catalogue 医保目录 of each place. */
export const item = sqliteTable(
  'item',
  {
    place: text().notNull(),
    med_list_codg: text().notNull(),
    body: text({ mode: 'json' }).$type<CatalogueItem>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.med_list_codg] })],
);

/** What institutions' own items stand for 目录对照. */
export const itemMatch = sqliteTable(
  'item_match',
  {
    fixmedins_code: text().notNull(),
    fixmedins_hilist_id: text().notNull(),
    list_type: text().notNull(),
    med_list_codg: text().notNull(),
    body: text({ mode: 'json' }).$type<ItemMatch>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fixmedins_code, table.fixmedins_hilist_id, table.list_type, table.med_list_codg] }),
  ],
);
