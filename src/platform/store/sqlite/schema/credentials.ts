import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { CardReading } from '../../../domain/card-reading.ts';
import type { EcToken } from '../../../domain/e-credential/ec-token.ts';
import type { FaceAuthorisation } from '../../../domain/e-credential/face-authorisation.ts';
import type { Medium, Shown } from '../../../domain/e-credential/shown.ts';
import type { TerminalNotice } from '../../../domain/e-credential/terminal-notice.ts';

/** Codes, faces and cards that are shown; `ordinal` is the order in which they came. */
export const shown = sqliteTable(
  'shown',
  {
    ordinal: integer().primaryKey(),
    code: text().notNull(),
    medium: text().$type<Medium>().notNull(),
    /** The institution where it is held. */
    held_at: text(),
    body: text({ mode: 'json' }).$type<Shown>().notNull(),
  },
  (table) => [
    uniqueIndex('shown_code').on(table.code),
    index('shown_held')
      .on(table.held_at, table.medium, table.ordinal)
      .where(sql`held_at is not null`),
  ],
);

/** Tokens 电子凭证令牌 that the credential door handed out. */
export const ecToken = sqliteTable('ec_token', {
  ec_token: text().primaryKey(),
  body: text({ mode: 'json' }).$type<EcToken>().notNull(),
});

/** Tokens that 1101 has looked up, by institution. */
export const tokenCheck = sqliteTable(
  'token_check',
  { ec_token: text().notNull(), fixmedins_code: text().notNull(), at: integer().notNull() },
  (table) => [primaryKey({ columns: [table.ec_token, table.fixmedins_code] })],
);

/** Authorisations by face 刷脸授权. */
export const faceAuthorisation = sqliteTable('face_authorisation', {
  auth_no: text().primaryKey(),
  body: text({ mode: 'json' }).$type<FaceAuthorisation>().notNull(),
});

/** What terminals were told to show, by number of the exchange. */
export const terminalNotice = sqliteTable('terminal_notice', {
  seq: integer().primaryKey(),
  body: text({ mode: 'json' }).$type<TerminalNotice>().notNull(),
});

/** Cards that are read without a PSAM, by 认证流水号. */
export const cardReading = sqliteTable('card_reading', {
  auth_sn: text().primaryKey(),
  body: text({ mode: 'json' }).$type<CardReading>().notNull(),
});
