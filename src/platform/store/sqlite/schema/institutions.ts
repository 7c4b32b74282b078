import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Institution } from '../../../domain/institution.ts';
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
