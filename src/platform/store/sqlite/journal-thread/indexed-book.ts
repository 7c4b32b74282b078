import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FRESH, INDEX, INDEX_FORMAT, RECONCILE, TAKE_IN } from './index-schema.ts';
import { spaced } from './trigrams.ts';

/** A book that is read beside its server, with an index of its journal that follows it. */
export type IndexedBook = {
  readonly connection: Sqlite.Database;
  /** Numbers of rows that the book got since. */
  readonly tell: (seqs: readonly number[]) => void;
  /** Numbers of rows that the book has no more. */
  readonly forget: (seqs: readonly number[]) => void;
  /** Takes some rows that wait into the index; false when none waits. */
  readonly takeIn: () => boolean;
  readonly waiting: () => number;
  readonly close: () => void;
};

/** Entries, and texts, that are taken in together: some ten milliseconds. */
const ENTRIES = 500;
const TEXTS = 100;

/** Bytes of a file that may be read without copying them first. */
const MAPPED = 1_073_741_824;

const attached = (book: string, index: string): Sqlite.Database => {
  const connection = new Sqlite(index);
  // The index can be made anew from the book at any time, so it is never synced.
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = OFF');
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`mmap_size = ${MAPPED}`);
  const format = connection.pragma('user_version', { simple: true });
  if (format !== 0 && format !== INDEX_FORMAT) {
    connection.close();
    throw new Error('the index is of another version');
  }
  connection.exec(INDEX);
  connection.prepare('ATTACH ? AS book').run(book);
  connection.pragma(`book.mmap_size = ${MAPPED}`);
  connection.exec(FRESH);
  connection.exec(RECONCILE);
  return connection;
};

/** Opens book and index; an index that is damaged or of another version is made anew. */
export const openIndexedBook = (book: string, index: string): IndexedBook => {
  const connection = openedAnyhow(book, index);
  const tellOne = connection.prepare<[number, number]>(
    'INSERT OR IGNORE INTO todo SELECT ? WHERE NOT EXISTS (SELECT 1 FROM entry WHERE seq = ?)',
  );
  const forget = ['text WHERE rowid', 'entry WHERE seq', 'todo WHERE seq', 'unread WHERE seq'].map((rows) =>
    connection.prepare<[number]>(`DELETE FROM ${rows} = ?`),
  );
  const waiting = connection.prepare<[], number>('SELECT (SELECT count(*) FROM todo) + (SELECT count(*) FROM unread)');
  const entries = takingEntries(connection);
  const texts = takingTexts(connection);

  return {
    connection,
    tell: connection.transaction((seqs: readonly number[]) => seqs.forEach((seq) => tellOne.run(seq, seq))),
    forget: connection.transaction((seqs: readonly number[]) =>
      seqs.forEach((seq) => forget.forEach((statement) => statement.run(seq))),
    ),
    takeIn: () => entries() || texts(),
    waiting: () => waiting.pluck().get() ?? 0,
    close: () => connection.close(),
  };
};

/** Entries come first: all filters but the text go by them. A row that was dropped meanwhile gets none. */
const takingEntries = (connection: Sqlite.Database): (() => boolean) => {
  const takeIn = connection.prepare<[number]>(TAKE_IN);
  const newest = 'SELECT seq FROM todo ORDER BY seq DESC LIMIT ?';
  const read = connection.prepare<[number]>(`INSERT OR IGNORE INTO unread ${newest}`);
  const done = connection.prepare<[number]>(`DELETE FROM todo WHERE seq IN (${newest})`);
  return connection.transaction((): boolean => {
    takeIn.run(ENTRIES);
    read.run(ENTRIES);
    return done.run(ENTRIES).changes > 0;
  });
};

type Text = { readonly seq: number; readonly input: string | null; readonly err_msg: string | null };

const takingTexts = (connection: Sqlite.Database): (() => boolean) => {
  const next = connection.prepare<[number], Text>(
    `SELECT unread.seq AS seq, j.input AS input, j.err_msg AS err_msg
     FROM (SELECT seq FROM unread ORDER BY seq DESC LIMIT ?) unread LEFT JOIN book.journal j ON j.seq = unread.seq`,
  );
  const put = connection.prepare('INSERT INTO text (rowid, body) VALUES (?, ?)');
  const done = connection.prepare('DELETE FROM unread WHERE seq = ?');
  return connection.transaction((): boolean => {
    const rows = next.all(TEXTS);
    for (const { seq, input, err_msg } of rows) {
      if (input !== null) put.run(seq, spaced(`${input}\n${err_msg ?? ''}`));
      done.run(seq);
    }
    return rows.length > 0;
  });
};

const openedAnyhow = (book: string, index: string): Sqlite.Database => {
  try {
    return attached(book, index);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(index + suffix, { force: true });
    return attached(book, index);
  }
};
