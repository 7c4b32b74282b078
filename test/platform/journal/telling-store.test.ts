import { describe, expect, it } from 'vitest';
import { tellingJournal, type Committed } from '../../../src/platform/journal/telling-store.ts';
import type { Write } from '../../../src/platform/store/port.ts';
import { openMapStore } from '../../support/map-store.ts';
import { journalRow } from '../store/rows.ts';

const append = (seq: number): Write => ({ kind: 'journal.append', row: journalRow({ seq }) });

const opened = () => {
  const told: Committed[] = [];
  const { writer } = tellingJournal(openMapStore(), (committed) => told.push(committed));
  return { writer, seqs: () => told.map(({ rows }) => rows.map(({ seq }) => seq)), told };
};

describe('a store that tells of its journal', () => {
  it('tells after COMMIT, in the order of writing', async () => {
    const { writer, seqs } = opened();
    writer.begin();
    writer.apply([append(2), append(1)]);
    expect(seqs()).toEqual([]);
    await writer.commit();
    writer.begin();
    await writer.commit();
    expect(seqs()).toEqual([[2, 1]]);
  });

  it('does not tell what was undone or rolled back', async () => {
    const { writer, seqs } = opened();
    writer.begin();
    writer.savepoint('turn');
    writer.apply([append(1)]);
    writer.savepoint('hop');
    writer.apply([append(2)]);
    writer.undo('hop');
    writer.savepoint('hop');
    writer.apply([append(3)]);
    writer.release('hop');
    writer.release('turn');
    writer.savepoint('turn');
    writer.apply([append(4)]);
    writer.savepoint('hop');
    writer.apply([append(5)]);
    writer.undo('turn');
    await writer.commit();
    writer.begin();
    writer.apply([append(6)]);
    writer.rollback();
    writer.begin();
    writer.apply([append(7)]);
    await writer.commit();
    expect(seqs()).toEqual([[1, 3], [7]]);
  });

  it('tells which rows went', async () => {
    const { writer, told } = opened();
    writer.begin();
    writer.apply([
      append(1),
      append(2),
      append(3),
      { kind: 'journal.drop', seqs: [1] },
      { kind: 'journal.drop', seqs: [2] },
    ]);
    await writer.commit();
    expect(told[0]?.dropped).toEqual([1, 2]);
  });
});
