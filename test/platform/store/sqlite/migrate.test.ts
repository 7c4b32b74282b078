import { readFileSync } from 'node:fs';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectWriter, type Database } from '../../../../src/platform/store/sqlite/database.ts';
import { migrateBook } from '../../../../src/platform/store/sqlite/migrate.ts';
import { migrationsFolder } from '../../../../src/platform/store/sqlite/migrations-folder.ts';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import * as schema from '../../../../src/platform/store/sqlite/schema.ts';
import { messageKey } from '../rows.ts';
import { migrationCount, migrationsOf } from './migrations.ts';
import { temporaryFile } from './temporary-file.ts';

const ROWS = readFileSync(new URL('./book-of-0000.sql', import.meta.url), 'utf8');

const connected = (file: string): Database => {
  const db = connectWriter(file, 'OFF');
  onTestFinished(() => void db.$client.close());
  return db;
};

/** A book as the first version of the program left it. */
const oldBook = (): string => {
  const file = temporaryFile();
  const db = connected(file);
  migrateBook(db, migrationsOf(1));
  db.$client.exec(ROWS);
  return file;
};

/** How drizzle-kit changes a column: it builds the table anew, copies the rows, and drops the old one. */
const REBUILD = `
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_person (
  psn_no text PRIMARY KEY NOT NULL, certno text NOT NULL, card_no text, ec_token text, persona_id text,
  body text NOT NULL, added text DEFAULT 'later' NOT NULL
);--> statement-breakpoint
INSERT INTO __new_person (psn_no, certno, card_no, ec_token, persona_id, body)
  SELECT psn_no, certno, card_no, ec_token, persona_id, body FROM person;--> statement-breakpoint
DROP TABLE person;--> statement-breakpoint
ALTER TABLE __new_person RENAME TO person;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

describe('a book that an older version left', () => {
  it('is brought up to date when it is opened, with every row', () => {
    const { reader, close } = openSqliteStore({ file: oldBook(), synchronous: 'OFF' });
    onTestFinished(close);
    expect(reader.institution('H44030500001')?.fixmedins_name).toBe('沙箱深圳医院');
    expect(reader.personByCertificate('C1')?.psn_no).toBe('P1');
    expect(reader.filings('P1')).toHaveLength(1);
    expect(reader.balance('P1', '310')).toBe(Number.MAX_SAFE_INTEGER);
    expect(reader.accumulators('P1', '310')).toEqual([{ period: '2026', cum_type_code: 'T0101', amount: 1330 }]);
    expect(reader.visitsOf('P1').map((visit) => visit.mdtrt_id)).toEqual(['V1']);
    expect(reader.batch('V1', 'B1')?.settledBy).toBe('S1');
    expect(reader.settlement('treatment', 'S1')?.state).toBe('refunded');
    expect(reader.message(messageKey({ msgid: 'M1' }))?.answer).toBe('{"infcode":0}');
    expect(reader.serial('setl_id')).toBe(41);
    expect(reader.setting('seed')).toBe('七');
    expect(reader.journalOfTrace('T7')[0]?.writes).toEqual(['settlement.add']);
  });

  it('gets the migrations that it lacks, and those only', () => {
    const db = connected(oldBook());
    const later = migrationsOf(migrationCount(), `ALTER TABLE setting ADD COLUMN note text DEFAULT 'none' NOT NULL;`);
    migrateBook(db, later);
    migrateBook(db, later);
    expect(db.all(sql`select key, value, note from setting`)).toEqual([{ key: 'seed', value: '七', note: 'none' }]);
  });

  it('keeps the rows that refer to a table which is built anew', () => {
    const db = connected(oldBook());
    migrateBook(db, migrationsOf(migrationCount(), REBUILD));
    expect(db.all(sql`select psn_no, added from person`)).toEqual([{ psn_no: 'P1', added: 'later' }]);
    expect(db.all(sql`select psn_no from filing`)).toEqual([{ psn_no: 'P1' }]);
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => db.run(sql`insert into filing values ('P9', 'F9', '{}')`)).toThrow();
  });

  it('stays as it was when a migration fails', () => {
    const db = connected(oldBook());
    const broken = `ALTER TABLE setting ADD COLUMN note text;--> statement-breakpoint\nDROP TABLE nowhere;`;
    expect(() => migrateBook(db, migrationsOf(migrationCount(), broken))).toThrow('nowhere');
    expect(db.all(sql`select * from setting`)).toEqual([{ key: 'seed', value: '七' }]);
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('is not accepted when a migration leaves rows that refer to nothing', () => {
    const db = connected(oldBook());
    expect(() => migrateBook(db, migrationsOf(migrationCount(), 'DELETE FROM person;'))).toThrow('point nowhere');
  });
});

describe('a book that a newer version left', () => {
  it('is not opened', () => {
    const file = oldBook();
    migrateBook(connected(file), migrationsOf(migrationCount(), 'CREATE TABLE from_the_future (id text);'));
    expect(() => openSqliteStore({ file, synchronous: 'OFF' })).toThrow('请升级程序');
  });
});

describe('the migrations', () => {
  it('make the tables of the schema: npx drizzle-kit generate has nothing to add', async () => {
    const tag = String(migrationCount() - 1).padStart(4, '0');
    const snapshot = JSON.parse(readFileSync(`${migrationsFolder()}/meta/${tag}_snapshot.json`, 'utf8')) as {
      id: string;
    };
    expect(await generateSQLiteMigration(snapshot, await generateSQLiteDrizzleJson(schema, snapshot.id))).toEqual([]);
  });
});
