import type { Store } from '../port.ts';
import { BUSY_TIMEOUT, connectReader, connectWriter, type Database, type Synchronous } from './database.ts';
import { keepingRows } from './kept-rows.ts';
import { migrateBook } from './migrate.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { sqliteReader } from './reader.ts';
import { lettingGo, snapshotReader } from './snapshot.ts';
import { sqliteWriter } from './writer.ts';

/** A book in a file, and what only a file needs. */
export type SqliteStore = Store & {
  /**
   * Moves everything from the write-ahead log into the file and empties the log, so that the file alone is the
   * whole book and can be copied. Throws inside a transaction, or while another connection still reads the log.
   */
  readonly checkpoint: () => void;
};

/**
 * Opens a workspace's `book.db`, makes it if it is not there, migrates it if it is old. Two connections: the
 * writer, and a reader that sees committed state only. `synchronous: 'OFF'` is for files that are thrown away
 * afterwards.
 */
export const openSqliteStore = (options: { readonly file: string; readonly synchronous: Synchronous }): SqliteStore => {
  const written = openBook(options.file, options.synchronous);
  const read = connectReader(options.file);
  const snapshot = snapshotReader(read.$client, sqliteReader(read));
  return {
    ...keepingRows(snapshot.reader, lettingGo(sqliteWriter(written), snapshot.letGo)),
    checkpoint: () => {
      snapshot.letGo();
      emptyLog(written.$client);
    },
    close: () => {
      read.$client.close();
      written.$client.close();
    },
  };
};

/** Without waiting: a reader in this thread could not finish meanwhile, and nobody at a counter should wait for one. */
const emptyLog = (connection: Database['$client']): void => {
  connection.pragma('busy_timeout = 0');
  try {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (result?.busy !== 0) throw new Error('book.db is being read, its log cannot be emptied');
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
};

const openBook = (file: string, synchronous: Synchronous): Database => {
  const db = connectWriter(file, synchronous);
  try {
    migrateBook(db, migrationsFolder());
    return db;
  } catch (problem) {
    db.$client.close();
    throw problem;
  }
};
