import { must } from '../../../src/kernel/assert.ts';
import type { Writer } from '../../../src/platform/store/port.ts';

/** One change of one row: how to take it back, and how to do it once more to the committed tables. */
export type Change = { readonly undo: () => void; readonly redo: () => void };

type Steps = Pick<Writer, 'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'undo'>;

/**
 * Transaction and savepoints over a log of changes: a savepoint is a name, and the length of the log at that
 * moment.
 */
export const logTransaction = (log: Change[]): { steps: Steps; mustBeOpen: (step: string) => void } => {
  let open = false;
  const savepoints: { name: string; length: number }[] = [];
  const mustBeOpen = (step: string) => must(open, `${step} outside a transaction`);
  const unwind = (length: number) => {
    for (const change of log.splice(length).reverse()) change.undo();
  };
  /** The savepoint and all inside it are closed; what is left is the length of the log at its beginning. */
  const close = (name: string): number => {
    const depth = savepoints.findLastIndex((savepoint) => savepoint.name === name);
    const found = savepoints[depth];
    must(found !== undefined, `no savepoint ${name}`);
    savepoints.length = depth;
    return found.length;
  };
  const steps: Steps = {
    begin: () => {
      must(!open, 'a transaction is open already');
      open = true;
    },
    commit: () => {
      mustBeOpen('commit');
      must(savepoints.length === 0, `savepoint ${savepoints.at(-1)?.name} is open at commit`);
      for (const change of log.splice(0)) change.redo();
      open = false;
    },
    rollback: () => {
      unwind(0);
      savepoints.length = 0;
      open = false;
    },
    savepoint: (name) => {
      mustBeOpen('savepoint');
      must(!savepoints.some((savepoint) => savepoint.name === name), `savepoint ${name} is open already`);
      savepoints.push({ name, length: log.length });
    },
    release: (name) => {
      mustBeOpen('release');
      close(name);
    },
    undo: (name) => {
      mustBeOpen('undo');
      unwind(close(name));
    },
  };
  return { steps, mustBeOpen };
};
