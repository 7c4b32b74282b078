import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';

/**
 * How far COMMIT goes: FULL waits for the disk (acknowledged means durable), OFF is for files that nobody will
 * miss.
 */
export type Synchronous = 'FULL' | 'OFF';

/**
 * How long a connection waits for a lock of another process (a worker, a backup) before it gives up, in
 * milliseconds.
 */
export const BUSY_TIMEOUT = 5000;

/** Pages of the log before it is copied back into the file. */
export const AUTOCHECKPOINT = 8_000;

/**
 * The connection that writes. Everything is set explicitly, whatever the library was compiled with: better-sqlite3
 * would otherwise run WAL with synchronous=NORMAL, which forgets the last commits at a power cut.
 *
 * - 8000 pages (32 MB) between checkpoints instead of 1000: a page that many turns touch is copied back once, not
 *   eight times. After a checkpoint the log file is cut back to 64 MB.
 * - temp_store keeps the undo log of savepoints in memory: as a file it costs a quarter of a turn's writes
 *   (README.md).
 */
export const connectWriter = (file: string, synchronous: Synchronous) => {
  const connection = new Sqlite(file, { timeout: BUSY_TIMEOUT });
  connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${synchronous}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT}`);
  connection.pragma('journal_size_limit = 67108864');
  connection.pragma('temp_store = MEMORY');
  return drizzle({ client: connection });
};

/** A connection that cannot write, and sees what was committed. Open the writer first: it makes the file a WAL one. */
export const connectReader = (file: string) =>
  drizzle({ client: new Sqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT }) });

/** A connection: drizzle's builder, and better-sqlite3's own database as `$client`. */
export type Database = ReturnType<typeof connectWriter>;
