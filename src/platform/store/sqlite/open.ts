import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import type { Store } from '../port.ts';
import {
  AUTOCHECKPOINT,
  BUSY_TIMEOUT,
  connectReader,
  connectWriter,
  type Database,
  type Synchronous,
} from './database.ts';
import { closeLeavingLog } from './close-leaving-log.ts';
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
  /**
   * Copies everything that was committed into a file that is not there yet; the writer goes on meanwhile. Asked for
   * between two transactions.
   */
  readonly copyTo: (file: string) => Promise<void>;
  /** Closes a book that is to be removed: its log stays where it is, which saves some ten milliseconds. */
  readonly abandon: () => void;
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
    copyTo: (file) => {
      snapshot.letGo();
      return copyBook(written.$client, options.file, file);
    },
    close: () => {
      read.$client.close();
      written.$client.close();
    },
    abandon: () => {
      snapshot.letGo();
      closeLeavingLog(written.$client, read.$client);
    },
  };
};

/**
 * With its log emptied, the file alone is the whole book, and while nobody checkpoints it nobody changes it: what is
 * written meanwhile goes into the log. Where a reader keeps the log from being emptied, page by page.
 */
const copyBook = async (connection: Database['$client'], from: string, to: string): Promise<void> => {
  if (!canEmptyLog(connection)) return void (await connection.backup(to));
  connection.pragma('wal_autocheckpoint = 0');
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } finally {
    if (connection.open) connection.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT}`);
  }
};

const canEmptyLog = (connection: Database['$client']): boolean => {
  try {
    emptyLog(connection);
    return true;
  } catch {
    return false;
  }
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
