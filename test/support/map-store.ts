import type { Store, Write } from '../../src/platform/store/port.ts';
import { mapAppliers, type Put } from './map-store/appliers.ts';
import { logTransaction, type Change } from './map-store/change-log.ts';
import { mapReader } from './map-store/reader.ts';
import { emptyTables, keyOf, stored, type Entry, type Rows, type TableName, type Tables } from './map-store/tables.ts';

const setEntry = <T extends TableName>(tables: Tables, name: T, key: string, entry: Entry<T> | undefined): void => {
  const table: Map<string, Entry<T>> = tables[name];
  if (entry === undefined) table.delete(key);
  else table.set(key, entry);
};

/** Puts rows into the writer's tables and notes each change in the log. */
const loggedPut = (live: Tables, committed: Tables, log: Change[]): Put => {
  let order = 0;
  return <T extends TableName>(name: T, parts: Parameters<Put>[1], row: Rows[T] | undefined) => {
    const key = keyOf(...parts);
    const before: Entry<T> | undefined = live[name].get(key);
    const after = row === undefined ? undefined : { order: before?.order ?? ++order, row: stored(row) };
    setEntry(live, name, key, after);
    log.push({
      undo: () => setEntry(live, name, key, before),
      redo: () => setEntry(committed, name, key, after),
    });
  };
};

/**
 * A store in memory for fast tests: the whole port, no file. Rows are copied on their way in and frozen, so a test
 * that changes what it read fails at that place. Writes that throw leave what the writes before them did, as a
 * database does: the caller undoes its savepoint.
 */
export const openMapStore = (): Store => {
  const live = emptyTables();
  const committed = emptyTables();
  const log: Change[] = [];
  const appliers = mapAppliers(live, loggedPut(live, committed, log));
  const { steps, mustBeOpen } = logTransaction(log);
  const applyOne = (write: Write) => {
    const apply = appliers[write.kind] as (write: Write) => void;
    apply(write);
  };
  return {
    reader: mapReader(committed),
    writer: {
      ...steps,
      reader: mapReader(live),
      apply: (writes) => {
        mustBeOpen('apply');
        writes.forEach(applyOne);
      },
    },
    close: () => undefined,
  };
};
