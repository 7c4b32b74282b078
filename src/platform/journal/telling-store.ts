import type { JournalRow, Store, Writer } from '../store/port.ts';

/** What became of a journal in one commit: rows in the order in which they came, and the numbers of those that went. */
export type Committed = { readonly rows: readonly JournalRow[]; readonly dropped: readonly number[] };

export type Told = (committed: Committed) => void;

/** A store that tells of its journal after COMMIT; what is undone or rolled back is never told. */
export const tellingJournal = <S extends Store>(store: S, told: Told): S => ({
  ...store,
  writer: tellingWriter(store.writer, told),
});

type Mark = { readonly name: string; readonly length: number };

const tellingWriter = (writer: Writer, told: Told): Writer => {
  /** Rows that came, numbers of rows that went. */
  let changes: (JournalRow | number)[] = [];
  let marks: Mark[] = [];
  const close = (name: string): Mark | undefined => {
    const at = marks.findLastIndex((mark) => mark.name === name);
    const mark = marks[at];
    marks = marks.slice(0, Math.max(0, at));
    return mark;
  };
  const forget = (): void => {
    changes = [];
    marks = [];
  };
  const tell = (): void => {
    const durable = changes;
    forget();
    if (durable.length === 0) return;
    const rows = durable.filter((change) => typeof change !== 'number');
    const dropped = durable.filter((change) => typeof change === 'number');
    told({ rows, dropped });
  };
  return {
    ...writer,
    begin: () => {
      forget();
      writer.begin();
    },
    savepoint: (name) => {
      writer.savepoint(name);
      marks.push({ name, length: changes.length });
    },
    release: (name) => {
      writer.release(name);
      close(name);
    },
    undo: (name) => {
      writer.undo(name);
      changes.length = close(name)?.length ?? 0;
    },
    apply: (writes) => {
      writer.apply(writes);
      for (const write of writes) {
        if (write.kind === 'journal.append') changes.push(write.row);
        if (write.kind === 'journal.drop') changes.push(...write.seqs);
      }
    },
    commit: () => {
      const committed = writer.commit();
      if (committed instanceof Promise) return committed.then(tell);
      tell();
      return undefined;
    },
    rollback: () => {
      forget();
      writer.rollback();
    },
  };
};
