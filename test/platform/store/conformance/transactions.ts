import { expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Reader, Write } from '../../../../src/platform/store/port.ts';
import { batchRow, institutionRow, personRow, settlementRow, visitRow } from '../rows.ts';
import { opened, storeWith, type OpenStore } from './opened.ts';

const put = (key: string, value: string): Write => ({ kind: 'setting.put', key, value });
const settings = (reader: Reader): (string | undefined)[] => ['a', 'b', 'c'].map(reader.setting);

export const keepsTransactions = (open: OpenStore): void => {
  it('shows what is not committed to the writer only', async () => {
    const store = opened(open);
    store.writer.begin();
    store.writer.apply([put('a', '1')]);
    expect(store.writer.reader.setting('a')).toBe('1');
    expect(store.reader.setting('a')).toBeUndefined();
    await store.writer.commit();
    expect(store.reader.setting('a')).toBe('1');
  });

  it('shows the state before the transaction to everybody else, whatever the transaction does', async () => {
    const person = { kind: 'person.put', person: personRow() } as const;
    const pay = { kind: 'account.add', psn_no: personRow().psn_no, insutype: '310', amount: asFen(100) } as const;
    const visit = { kind: 'visit.put', visit: visitRow() } as const;
    const store = await storeWith(open, person, pay, visit, { kind: 'batch.put', batch: batchRow() });
    store.writer.begin();
    store.writer.apply([pay, { kind: 'settlement.add', settlement: settlementRow() }]);
    store.writer.apply([{ kind: 'batch.withdraw', mdtrt_id: visitRow().mdtrt_id, chrg_bchno: 'B1' }]);
    expect(store.writer.reader.balance(personRow().psn_no, '310')).toBe(200);
    expect(store.reader.balance(personRow().psn_no, '310')).toBe(100);
    expect(store.reader.settlement('treatment', settlementRow().setl_id)).toBeUndefined();
    expect(store.reader.batches(visitRow().mdtrt_id)).toEqual([batchRow()]);
    store.writer.rollback();
    expect(store.writer.reader.balance(personRow().psn_no, '310')).toBe(100);
    expect(store.writer.reader.batches(visitRow().mdtrt_id)).toEqual([batchRow()]);
  });

  it('keeps the other turns of a group when one is undone', async () => {
    const { writer, reader } = opened(open);
    writer.begin();
    for (const key of ['a', 'b', 'c']) {
      writer.savepoint('turn');
      writer.apply([put(key, '1')]);
      if (key === 'b') writer.undo('turn');
      else writer.release('turn');
    }
    expect(settings(writer.reader)).toEqual(['1', undefined, '1']);
    await writer.commit();
    expect(settings(reader)).toEqual(['1', undefined, '1']);
  });

  it('undoes an inner savepoint alone, an outer one with all that is inside', async () => {
    const { writer, reader } = await storeWith(open, put('a', '0'));
    writer.begin();
    writer.savepoint('turn');
    writer.apply([put('a', '1')]);
    writer.savepoint('hop');
    writer.apply([put('a', '2'), put('b', '2')]);
    writer.undo('hop');
    expect(settings(writer.reader)).toEqual(['1', undefined, undefined]);
    writer.savepoint('hop');
    writer.apply([put('b', '3')]);
    writer.release('hop');
    expect(settings(writer.reader)).toEqual(['1', '3', undefined]);
    writer.undo('turn');
    expect(settings(writer.reader)).toEqual(['0', undefined, undefined]);
    await writer.commit();
    expect(settings(reader)).toEqual(['0', undefined, undefined]);
  });

  it('forgets what was read before a row changed, and before the change was undone', async () => {
    const level = (hosp_lv: string): Write => ({ kind: 'institution.put', institution: institutionRow({ hosp_lv }) });
    const { writer, reader } = await storeWith(open, level('2'));
    const seen = () => [writer.reader, reader].map((each) => each.institution('H44030500001')?.hosp_lv);
    expect(seen()).toEqual(['2', '2']);
    writer.begin();
    writer.savepoint('turn');
    writer.apply([level('5')]);
    expect(seen()).toEqual(['5', '2']);
    writer.undo('turn');
    expect(seen()).toEqual(['2', '2']);
    writer.apply([level('8')]);
    expect(seen()).toEqual(['8', '2']);
    writer.rollback();
    expect(seen()).toEqual(['2', '2']);
    writer.begin();
    writer.apply([level('9')]);
    await writer.commit();
    expect(seen()).toEqual(['9', '9']);
  });

  it('closes the savepoints inside one that is released', async () => {
    const { writer, reader } = opened(open);
    writer.begin();
    writer.savepoint('turn');
    writer.savepoint('hop');
    writer.apply([put('a', '1')]);
    writer.release('turn');
    expect(() => writer.release('hop')).toThrow('hop');
    await writer.commit();
    expect(reader.setting('a')).toBe('1');
  });

  it('undoes a withdrawal in place: the batch is where it was', async () => {
    const { mdtrt_id } = visitRow();
    const { writer } = await storeWith(
      open,
      { kind: 'visit.put', visit: visitRow() },
      { kind: 'batch.put', batch: batchRow() },
      { kind: 'batch.put', batch: batchRow({ chrg_bchno: 'B2' }) },
    );
    writer.begin();
    writer.savepoint('turn');
    writer.apply([{ kind: 'batch.withdraw', mdtrt_id, chrg_bchno: 'B1' }]);
    writer.undo('turn');
    expect(writer.reader.batches(mdtrt_id).map((row) => row.chrg_bchno)).toEqual(['B1', 'B2']);
    writer.rollback();
  });

  it('takes back what came before a write that failed, with the savepoint', () => {
    const { writer } = opened(open);
    writer.begin();
    writer.savepoint('turn');
    expect(() => writer.apply([put('a', '1'), { kind: 'serial.take', key: 'k', value: 7 }, put('b', '1')])).toThrow();
    writer.undo('turn');
    expect(settings(writer.reader)).toEqual([undefined, undefined, undefined]);
    writer.rollback();
  });

  it('tells names of savepoints apart by case', () => {
    const { writer } = opened(open);
    writer.begin();
    writer.savepoint('turn "1"');
    writer.apply([put('a', '1')]);
    writer.savepoint('Turn "1"');
    writer.apply([put('b', '1')]);
    writer.undo('turn "1"');
    expect(settings(writer.reader)).toEqual([undefined, undefined, undefined]);
    writer.rollback();
  });

  it('forgets everything since begin at a rollback, open savepoints included', async () => {
    const { writer, reader } = await storeWith(open, put('a', '0'));
    writer.begin();
    writer.apply([put('a', '1')]);
    writer.savepoint('turn');
    writer.apply([put('b', '1')]);
    writer.rollback();
    expect(settings(writer.reader)).toEqual(['0', undefined, undefined]);
    writer.begin();
    writer.savepoint('turn');
    writer.release('turn');
    await writer.commit();
    expect(settings(reader)).toEqual(['0', undefined, undefined]);
  });

  it('does nothing at a rollback when no transaction is open', () => {
    const { writer } = opened(open);
    writer.rollback();
    writer.begin();
    writer.rollback();
    writer.rollback();
    expect(settings(writer.reader)).toEqual([undefined, undefined, undefined]);
  });

  it('throws at steps out of order', async () => {
    const { writer } = opened(open);
    const commit = async () => {
      await writer.commit();
    };
    expect(() => writer.apply([put('a', '1')])).toThrow();
    expect(() => writer.savepoint('turn')).toThrow();
    expect(() => writer.release('turn')).toThrow();
    expect(() => writer.undo('turn')).toThrow();
    await expect(commit()).rejects.toThrow();
    writer.begin();
    expect(() => writer.begin()).toThrow();
    writer.savepoint('turn');
    expect(() => writer.savepoint('turn')).toThrow();
    expect(() => writer.undo('hop')).toThrow();
    await expect(commit()).rejects.toThrow('turn');
    writer.release('turn');
    await writer.commit();
  });
};
