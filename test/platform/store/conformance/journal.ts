import { expect, it } from 'vitest';
import type { JournalRow, Write } from '../../../../src/platform/store/port.ts';
import { journalRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const append = (row: Partial<JournalRow>): Write => ({ kind: 'journal.append', row: journalRow(row) });
const collect = (seq: number, infno: string): Write => ({
  kind: 'record.collect',
  record: { seq, infno, fixmedins_code: 'H44030500001', input: { data: { seq, name: '上传' } } },
});

export const keepsJournal = (open: OpenStore): void => {
  it('gives a row back as it was appended, with and without what may be absent', async () => {
    const full = journalRow({
      seq: 2,
      err_msg: '[参保地 北京市] 无有效备案',
      refusal: 'no-filing',
      mdtrt_id: 'V1',
      setl_id: 'S1',
      psn_no: 'P1',
      infcode: -1,
      violations: ['data.med_type', 'data.insutype'],
      repeated: true,
    });
    const { reader } = await storeWith(open, append({}), append(full));
    expect(reader.journalOfTrace('trace-1')).toStrictEqual([journalRow(), full]);
  });

  it('lists the newest rows first, as many as are asked for', async () => {
    const { reader } = await storeWith(open, ...[1, 2, 3, 4].map((seq) => append({ seq })));
    expect(reader.journal(3).map((row) => row.seq)).toEqual([4, 3, 2]);
    expect(reader.journal(0)).toEqual([]);
    expect(reader.lastJournalSeq()).toBe(4);
  });

  it('lists the rows of a trace in the order of their numbers', async () => {
    const { reader } = await storeWith(
      open,
      append({ seq: 3, trace: 'a', hop: 1 }),
      append({ seq: 2, trace: 'a', hop: 0 }),
      append({ seq: 1, trace: 'b' }),
    );
    expect(reader.journalOfTrace('a').map((row) => [row.seq, row.hop])).toEqual([
      [2, 0],
      [3, 1],
    ]);
    expect(reader.headsOfTrace('a').map((row) => [row.seq, row.hop])).toEqual(
      reader.journalOfTrace('a').map((row) => [row.seq, row.hop]),
    );
    expect(reader.journalOfTrace('none')).toEqual([]);
  });

  it('lists all rows of some doors, oldest first, and says who answered', async () => {
    const { reader } = await storeWith(
      open,
      append({ seq: 3, door: 'insured', via: 'remote' }),
      append({ seq: 1, door: 'national', via: 'self' }),
      append({ seq: 2, door: 'hospital' }),
    );
    expect(reader.journalOfDoors(['national', 'insured']).map((row) => [row.seq, row.via])).toEqual([
      [1, 'self'],
      [3, 'remote'],
    ]);
    expect(reader.journalOfDoors([])).toEqual([]);
  });

  it('finds rows by their numbers, and those after a number', async () => {
    const { reader } = await storeWith(open, ...[4, 2, 9, 7].map((seq) => append({ seq })));
    expect(reader.journalRows([7, 3, 2]).map((row) => row.seq)).toEqual([7, 2]);
    expect(reader.journalAfter(2, 2).map((row) => row.seq)).toEqual([4, 7]);
    const { seq, trace, hop, door, sender, at } = journalRow({ seq: 9 });
    expect(reader.journalAfter(7, 2)).toStrictEqual([{ seq, trace, hop, door, sender, at }]);
    expect(reader.journalAfter(9, 2)).toEqual([]);
    expect([0, 4, 9].map((seq) => reader.journalCount(seq))).toEqual([4, 2, 0]);
  });

  it('forgets the rows of these numbers, and nothing else', async () => {
    const store = await storeWith(open, ...[1, 2, 3, 4].map((seq) => append({ seq })), collect(1, '4101'));
    await commit(store, { kind: 'journal.drop', seqs: [1, 3, 9] });
    expect(store.reader.journal(9).map((row) => row.seq)).toEqual([4, 2]);
    expect(store.reader.records('4101', 9)).toHaveLength(1);
    store.writer.begin();
    store.writer.apply([{ kind: 'journal.drop', seqs: [2, 4] }]);
    store.writer.rollback();
    expect(store.reader.journalCount(0)).toBe(2);
  });

  it('is empty at first, and never writes a number twice', async () => {
    expect(opened(open).reader.lastJournalSeq()).toBe(0);
    expect(opened(open).reader.journal(10)).toEqual([]);
    const { writer } = await storeWith(open, append({}));
    writer.begin();
    expect(() => writer.apply([append({ infno: '2201' })])).toThrow();
    writer.rollback();
  });

  it('collects records by transaction, newest first', async () => {
    const { reader, writer } = await storeWith(open, collect(1, '4101'), collect(3, '4101'), collect(2, '4401'));
    expect(reader.records('4101', 10).map((row) => row.seq)).toEqual([3, 1]);
    expect(reader.records('4101', 1)).toEqual([
      { seq: 3, infno: '4101', fixmedins_code: 'H44030500001', input: { data: { seq: 3, name: '上传' } } },
    ]);
    expect(reader.records('none', 10)).toEqual([]);
    writer.begin();
    expect(() => writer.apply([collect(1, '4101')])).toThrow();
    writer.rollback();
  });
};
