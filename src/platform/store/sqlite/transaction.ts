import { must } from '../../../kernel/assert.ts';
import type { Writer } from '../port.ts';
import type { Database } from './database.ts';

type Connection = Database['$client'];
type Transaction = Pick<Writer, 'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'undo'>;

/** SQLite folds the case of names and lets an inner one hide an outer: savepoints are named by their depth instead. */
const savepointsOf = (connection: Connection) => {
  const prepareAt = (depth: number) => ({
    open: connection.prepare(`SAVEPOINT depth${depth}`),
    release: connection.prepare(`RELEASE depth${depth}`),
    undo: connection.prepare(`ROLLBACK TO depth${depth}`),
  });
  const prepared: ReturnType<typeof prepareAt>[] = [];
  return (depth: number) => (prepared[depth] ??= prepareAt(depth));
};

/**
 * The transaction of a writer. SQLite may end a transaction by itself (disk full, input/output error); therefore
 * its own word is asked before each step, or later turns would be committed one by one.
 */
export const openTransaction = (connection: Connection): Transaction => {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const savepointAt = savepointsOf(connection);
  const names: string[] = [];

  const mustBeOpen = (step: string) => must(connection.inTransaction, `${step} outside a transaction`);
  /** Depth of a savepoint; it and all inside it are closed. */
  const close = (name: string): number => {
    const depth = names.lastIndexOf(name);
    must(depth >= 0, `no savepoint ${name}`);
    names.length = depth;
    return depth;
  };

  return {
    begin: () => {
      begin.run();
      names.length = 0;
    },
    commit: () => {
      mustBeOpen('commit');
      must(names.length === 0, `savepoint ${names.at(-1)} is open at commit`);
      commit.run();
    },
    rollback: () => {
      names.length = 0;
      if (connection.inTransaction) rollback.run();
    },
    savepoint: (name) => {
      mustBeOpen('savepoint');
      must(!names.includes(name), `savepoint ${name} is open already`);
      savepointAt(names.length).open.run();
      names.push(name);
    },
    release: (name) => {
      mustBeOpen('release');
      savepointAt(close(name)).release.run();
    },
    undo: (name) => {
      mustBeOpen('undo');
      const { undo, release } = savepointAt(close(name));
      undo.run();
      release.run();
    },
  };
};
