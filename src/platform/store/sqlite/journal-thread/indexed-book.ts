import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FRESH, INDEX, INDEX_FORMAT, RECONCILE, TAKE_IN } from './index-schema.ts';
import { spaced } from './trigrams.ts';

/** A book that is read beside its server, with an index of its journal that follows it. */
export type IndexedBook = {
  readonly connection: Sqlite.Database;
  /** Numbers of rows that the book got since. */
  readonly tell: (seqs: readonly number[]) => void;
  /** Forgets the rows up to a number. */
  readonly forget: (upTo: number) => void;
  /** Takes some rows that wait into the index; false when none waits. */
  readonly takeIn: () => boolean;
  readonly waiting: () => number;
  readonly close: () => void;
};

/** Rows that are taken in together: some ten milliseconds. */
const CHUNK = 100;

/** Pages of the book that may be read without copying them first, in bytes. */
const MAPPED = 1_073_741_824;

const attached = (book: string, index: string): Sqlite.Database => {
  const connection = new Sqlite(index);
  // The index can be made anew from the book at any time, so it is never synced.
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = OFF');
  connection.pragma('temp_store = MEMORY');
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
  const next = connection.prepare<[number], { seq: number; input: string | null; err_msg: string | null }>(
    `SELECT todo.seq AS seq, j.input AS input, j.err_msg AS err_msg
     FROM (SELECT seq FROM todo ORDER BY seq DESC LIMIT ?) todo LEFT JOIN book.journal j ON j.seq = todo.seq`,
  );
  const takeInRows = connection.prepare(TAKE_IN);
  const putText = connection.prepare('INSERT INTO text (rowid, body) VALUES (?, ?)');
  const done = connection.prepare('DELETE FROM todo WHERE seq = ?');
  const forget = ['text WHERE rowid', 'entry WHERE seq', 'todo WHERE seq'].map((rows) =>
    connection.prepare<[number]>(`DELETE FROM ${rows} <= ?`),
  );
  const waiting = connection.prepare<[], number>('SELECT count(*) FROM todo').pluck();

  /** A row without input is one that was dropped meanwhile. */
  const takeIn = connection.transaction((): boolean => {
    const rows = next.all(CHUNK);
    takeInRows.run(JSON.stringify(rows.map(({ seq }) => seq)));
    for (const { seq, input, err_msg } of rows) {
      if (input !== null) putText.run(seq, spaced(`${input}\n${err_msg ?? ''}`));
      done.run(seq);
    }
    return rows.length > 0;
  });

  return {
    connection,
    tell: connection.transaction((seqs: readonly number[]) => seqs.forEach((seq) => tellOne.run(seq, seq))),
    forget: connection.transaction((upTo: number) => forget.forEach((statement) => statement.run(upTo))),
    takeIn,
    waiting: () => waiting.get() ?? 0,
    close: () => connection.close(),
  };
};

const openedAnyhow = (book: string, index: string): Sqlite.Database => {
  try {
    return attached(book, index);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(index + suffix, { force: true });
    return attached(book, index);
  }
};
