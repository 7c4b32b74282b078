import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openKept, type Answered, type Kept } from './answer-bytes.ts';
import { exportRows } from './export-rows.ts';
import { countRows, findRows } from './find-rows.ts';
import { hashJournal } from './hash-journal.ts';
import { openIndexedBook, type IndexedBook } from './indexed-book.ts';
import { scanBodies } from './scan-bodies.ts';
import { writtenIn, type Files, type Job, type Work } from './work.ts';

/** Rows of one slice of an export. */
const SLICE = 200;

/** What the thread has open for one generation of a workspace. */
export type Desk = {
  readonly index: IndexedBook;
  readonly bodies: () => Sqlite.Database | undefined;
  readonly kept: (row: Answered) => Kept;
  readonly generationOf: (seq: number) => number;
  readonly close: () => void;
};

/** Bodies come later than rows, and perhaps never: their file is looked for again until it is there. */
export const openDesk = (files: Files): Desk => {
  const { book, index: file, bodies: path } = files;
  const generationOf = (seq: number) => writtenIn(files, seq);
  const index = openIndexedBook(book, file);
  let bodies: Sqlite.Database | undefined;
  let kept = openKept(index.connection, undefined, generationOf);
  const found = () => {
    if (bodies) return bodies;
    const opened = openWhole(path);
    if (opened) {
      kept = openKept(index.connection, opened, generationOf);
      bodies = opened;
    }
    return bodies;
  };
  return {
    index,
    bodies: found,
    kept: (row) => {
      found();
      return kept(row);
    },
    generationOf,
    close: () => {
      bodies?.close();
      index.close();
    },
  };
};

/** The file, unless the process is just making it: its tables are there once it says its format. */
const openWhole = (path: string): Sqlite.Database | undefined => {
  if (!existsSync(path)) return undefined;
  const opened = new Sqlite(path, { readonly: true });
  if (opened.pragma('user_version', { simple: true }) !== 0) return opened;
  opened.close();
  return undefined;
};

type Doing = { readonly [J in Job]: (desk: Desk, given: Work[J][0]) => Work[J][1] | Promise<Work[J][1]> };

/** Lets other questions in between two chunks of long work. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One function for each job. */
export const DOING: Doing = {
  tell: ({ index }, { came, went }) => {
    index.tell(came);
    index.forget(went);
    return null;
  },
  find: ({ index }, { filter, finding }) => findRows(index.connection, filter, finding),
  count: ({ index }, { filter }) => countRows(index.connection, filter),
  bodies: (desk, { text, after }) => {
    const bodies = desk.bodies();
    return bodies ? scanBodies(bodies, desk.generationOf, text, after) : { hits: [], scanned: 0 };
  },
  export: ({ index, kept }, { filter, bodies }) => {
    const seqs = findRows(index.connection, filter, { order: 'oldest', limit: SLICE });
    return exportRows(index.connection, kept, seqs, bodies);
  },
  hash: ({ index, kept }) => hashJournal(index.connection, kept, breath),
  waiting: ({ index }) => index.waiting(),
  takeIn: ({ index }) => index.takeIn(),
  close: (desk) => {
    desk.close();
    return null;
  },
};
