import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { must } from '../../../kernel/assert.ts';
import type { Database } from './database.ts';

const APPLIED = '__drizzle_migrations';

/** When the newest migration that this book has was made; 0 for an empty file. */
const lastApplied = (db: Database): number => {
  const table = db.get(sql`select 1 from sqlite_schema where name = ${APPLIED}`);
  if (table === undefined) return 0;
  return Number(db.values<[number]>(sql`select max(created_at) from ${sql.identifier(APPLIED)}`)[0]?.[0] ?? 0);
};

/**
 * Brings a book up to the newest migration of the folder. Throws when the book has a migration that the folder
 * lacks: an older program must not write into it.
 *
 * Foreign keys are off meanwhile: drizzle-kit changes a table by building it anew and dropping the old one, and its
 * own `PRAGMA foreign_keys=OFF` does nothing, because the migrator runs it inside a transaction
 * (drizzle-team/drizzle-orm#5782). What the migrations leave is checked instead.
 */
export const migrateBook = (db: Database, migrationsFolder: string): void => {
  const newest = Math.max(...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  const applied = lastApplied(db);
  if (applied > newest) throw new Error('这个工作区由更新版本的跨省建立，请升级程序后再打开');
  if (applied === newest) return;
  db.$client.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder });
    const dangling = db.$client.pragma('foreign_key_check') as unknown[];
    must(dangling.length === 0, `${dangling.length} rows point nowhere after the migration`);
  } finally {
    db.$client.pragma('foreign_keys = ON');
  }
};
