import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Application } from '../../../domain/application.ts';
import type { Maintenance } from '../../../domain/maintenance.ts';
import type { PlaceState } from '../../../domain/place-state.ts';
import type { Upload, UploadKind } from '../../../domain/upload.ts';

/** What provinces have uploaded for each other 上传. */
export const upload = sqliteTable(
  'upload',
  {
    kind: text().$type<UploadKind>().notNull(),
    key: text().notNull(),
    updated_at: integer().notNull(),
    body: text({ mode: 'json' }).$type<Upload>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key] }),
    index('upload_changes').on(table.kind, table.updated_at, table.key),
  ],
);

/** Places that are closed or answered by a system of their own. */
export const placeState = sqliteTable('place_state', {
  place: text().primaryKey(),
  body: text({ mode: 'json' }).$type<PlaceState>().notNull(),
});

/** Maintenance windows 停机维护. */
export const maintenance = sqliteTable('maintenance', {
  id: text().primaryKey(),
  body: text({ mode: 'json' }).$type<Maintenance>().notNull(),
});

/** Applications for filings and qualifications at the insured places. */
export const application = sqliteTable(
  'application',
  {
    trt_dcla_detl_sn: text().primaryKey(),
    psn_no: text().notNull(),
    body: text({ mode: 'json' }).$type<Application>().notNull(),
  },
  (table) => [index('application_psn_no').on(table.psn_no)],
);
