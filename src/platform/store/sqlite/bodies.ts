import Sqlite from 'better-sqlite3';
import type { Instant } from '../../../kernel/civil-time.ts';
import { closeLeavingLog } from './close-leaving-log.ts';

/** The bytes of a message as they came in or went out, under the number of its journal row. */
export type Body = {
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly content_type: string;
  readonly bytes: Uint8Array;
};

/** Raw bytes of the journal. They are for looking at: nothing is decided by them, and the last moment may be lost. */
export type Bodies = {
  /** Keeps a body in memory until the next flush. The bytes are handed over: the caller no longer changes them. */
  readonly append: (body: Body) => void;
  /**
   * What is known of a journal row, in the order in which it was appended, flushed or not; empty when it was lost.
   * `generation`: the one in which the row was written, where that is not the present one.
   */
  readonly read: (seq: number, generation?: number) => Body[];
  /** Writes what is in memory. It does not throw: bodies that cannot be written are dropped and reported. */
  readonly flush: () => void;
  /** Takes some of the oldest away where all are more bytes than that; true while they still are. */
  readonly trim: (limit: number) => boolean;
  /** Bytes that bodies take up; how many were taken away, up to which row of this generation. */
  readonly state: () => { readonly size: number; readonly dropped: number; readonly droppedUpTo: number };
  /** Flushes and closes. */
  readonly close: () => void;
  /** The same, leaving the log to whoever opens the file next, at once. */
  readonly handOver: () => void;
};

export type BodiesOptions = {
  readonly file: string;
  /**
   * Generation of the book. A restored book counts its journal on from the snapshot, and bodies are never taken
   * back: the same number then names one body for each generation.
   */
  readonly generation: number;
  /** Told when the first body waits: it calls `flush` some time later, from a timer for example. */
  readonly schedule: (flush: () => void) => void;
  /** So many bytes wait at most; then they are written at once. 8 MiB when absent. */
  readonly limit?: number;
  /** Told of bodies that could not be written: a full disk, a file that went away. */
  readonly onLoss: (lost: { readonly count: number; readonly problem: unknown }) => void;
};

const FORMAT = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS body (
    ordinal INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    direction TEXT NOT NULL,
    at INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS body_seq ON body (seq, generation);
  CREATE TABLE IF NOT EXISTS dropped (generation INTEGER PRIMARY KEY, bodies INTEGER NOT NULL, seq INTEGER NOT NULL);
  PRAGMA user_version = ${FORMAT};`;

/** Bodies that are taken away at once: more than come in meanwhile, and few enough not to be felt. */
const TRIMMED = 200;

/** synchronous=NORMAL: the file is sound after a power cut, the last flushes may be missing. */
const connect = (file: string): Sqlite.Database => {
  const connection = new Sqlite(file);
  const format = connection.pragma('user_version', { simple: true }) as number;
  if (format > FORMAT) {
    connection.close();
    throw new Error(`bodies.db has format ${format}, this program knows ${FORMAT}`);
  }
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.exec(SCHEMA);
  return connection;
};

const statementsOf = (connection: Sqlite.Database, generation: number) => {
  const insert = connection.prepare(
    `INSERT INTO body (generation, seq, direction, at, content_type, bytes) VALUES (${generation}, ?, ?, ?, ?, ?)`,
  );
  const select = connection.prepare<[number, number], Body>(
    'SELECT seq, direction, at, content_type, bytes FROM body WHERE seq = ? AND generation = ? ORDER BY ordinal',
  );
  const insertAll = connection.transaction((bodies: readonly Body[]) => {
    for (const { seq, direction, at, content_type, bytes } of bodies)
      insert.run(seq, direction, at, content_type, bytes);
  });
  return { insertAll, select };
};

/** The file does not shrink: pages of what was taken away are used again, and not counted. */
const trimmerOf = (connection: Sqlite.Database, generation: number) => {
  const pragma = (name: string): number => connection.pragma(name, { simple: true }) as number;
  const size = () => (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  const oldest = connection.prepare<[number], { ordinal: number; generation: number; seq: number }>(
    'SELECT ordinal, generation, seq FROM body ORDER BY ordinal LIMIT ?',
  );
  const drop = connection.prepare<[number]>('DELETE FROM body WHERE ordinal <= ?');
  const count = connection.prepare<[number, number, number]>(
    `INSERT INTO dropped VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET bodies = bodies + excluded.bodies, seq = max(seq, excluded.seq)`,
  );
  const counted = connection.prepare<[number], { dropped: number; droppedUpTo: number }>(
    'SELECT bodies AS dropped, seq AS droppedUpTo FROM dropped WHERE generation = ?',
  );
  const dropSome = connection.transaction(() => {
    const rows = oldest.all(TRIMMED);
    drop.run(rows.at(-1)?.ordinal ?? 0);
    for (const row of rows) count.run(row.generation, 1, row.seq);
  });
  return {
    trim: (limit: number): boolean => {
      if (size() <= limit) return false;
      dropSome();
      return size() > limit && oldest.get(1) !== undefined;
    },
    state: () => ({ size: size(), ...(counted.get(generation) ?? { dropped: 0, droppedUpTo: 0 }) }),
  };
};

/**
 * Opens `bodies.db`, an file beside the books, shared by all generations and snapshots of a workspace.
 * It is no part of the store's port: a body is written after its answer has left, in batches; a book is whole
 * without it.
 */
export const openBodies = ({ file, generation, schedule, limit = 8 * 1024 * 1024, onLoss }: BodiesOptions): Bodies => {
  const connection = connect(file);
  const { insertAll, select } = statementsOf(connection, generation);
  let waiting: Body[] = [];
  let size = 0;

  const flush = (): void => {
    const bodies = waiting;
    waiting = [];
    size = 0;
    if (bodies.length === 0) return;
    try {
      insertAll(bodies);
    } catch (problem) {
      onLoss({ count: bodies.length, problem });
    }
  };

  return {
    append: (body) => {
      if (waiting.length === 0) schedule(flush);
      waiting.push(body);
      size += body.bytes.byteLength;
      if (size >= limit) flush();
    },
    read: (seq, of = generation) => {
      const unwritten = of === generation ? waiting.filter((body) => body.seq === seq) : [];
      return [...select.all(seq, of), ...unwritten];
    },
    flush,
    ...trimmerOf(connection, generation),
    close: () => {
      flush();
      connection.close();
    },
    handOver: () => {
      flush();
      const reader = new Sqlite(file, { readonly: true });
      // Not before it has read does it take part in the log.
      reader.pragma('user_version');
      closeLeavingLog(connection, reader);
    },
  };
};
