import { copyFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { connectReader, connectWriter } from '../../../../src/platform/store/sqlite/database.ts';
import { openSqliteStore, type SqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { commit, opened } from '../conformance/opened.ts';
import { batchRow, journalRow, personRow, settlementRow, visitRow } from '../rows.ts';
import { temporaryFile } from './temporary-file.ts';

const open = (file: string): SqliteStore => {
  const store = openSqliteStore({ file, synchronous: 'FULL' });
  onTestFinished(() => store.close());
  return store;
};

const pragmaOf = (file: string, synchronous: 'FULL' | 'OFF', name: string): unknown => {
  const { $client } = connectWriter(file, synchronous);
  onTestFinished(() => void $client.close());
  return $client.pragma(name, { simple: true });
};

const put = (value: string): Write => ({ kind: 'setting.put', key: 'a', value });

describe('a book in a file', () => {
  it('is written ahead, and waits for the disk at each commit', () => {
    const file = temporaryFile();
    expect(pragmaOf(file, 'FULL', 'synchronous')).toBe(2);
    expect(pragmaOf(file, 'FULL', 'journal_mode')).toBe('wal');
    expect(pragmaOf(file, 'FULL', 'foreign_keys')).toBe(1);
    expect(pragmaOf(file, 'OFF', 'synchronous')).toBe(0);
  });

  it('is there after the program ended', async () => {
    const file = temporaryFile();
    const { psn_no } = personRow();
    const first = openSqliteStore({ file, synchronous: 'FULL' });
    await commit(
      first,
      { kind: 'person.put', person: personRow() },
      { kind: 'account.add', psn_no, insutype: '310', amount: asFen(-1) },
      { kind: 'visit.put', visit: visitRow() },
      { kind: 'batch.put', batch: batchRow({ settledBy: 'S1' }) },
      { kind: 'settlement.add', settlement: settlementRow() },
      { kind: 'serial.take', key: 'setl_id', value: 1 },
      { kind: 'journal.append', row: journalRow() },
    );
    first.close();
    const { reader, writer } = open(file);
    expect(reader.person(psn_no)).toEqual(personRow());
    expect(reader.balance(psn_no, '310')).toBe(-1);
    expect(reader.batches(visitRow().mdtrt_id)).toEqual([batchRow({ settledBy: 'S1' })]);
    expect(reader.settlement('treatment', settlementRow().setl_id)).toEqual(settlementRow());
    expect(writer.reader.serial('setl_id')).toBe(1);
    expect(reader.lastJournalSeq()).toBe(1);
  });

  it('forgets what was not committed when it is closed', async () => {
    const file = temporaryFile();
    const first = openSqliteStore({ file, synchronous: 'FULL' });
    await commit(first, put('committed'));
    first.writer.begin();
    first.writer.apply([put('not yet')]);
    first.close();
    expect(open(file).reader.setting('a')).toBe('committed');
  });

  it('has a reader that cannot write', () => {
    const file = temporaryFile();
    openSqliteStore({ file, synchronous: 'OFF' }).close();
    const { $client } = connectReader(file);
    onTestFinished(() => void $client.close());
    expect(() => $client.exec(`insert into setting values ('a', '1')`)).toThrow('readonly');
  });

  it('shows a second process what was committed', async () => {
    const file = temporaryFile();
    const store = open(file);
    const other = opened(() => openSqliteStore({ file, synchronous: 'OFF' }));
    await commit(store, put('1'));
    expect(other.reader.setting('a')).toBe('1');
  });
});

describe('a checkpoint', () => {
  it('leaves a file that alone is the whole book', async () => {
    const file = temporaryFile();
    const store = open(file);
    await commit(store, put('1'));
    store.checkpoint();
    expect(statSync(`${file}-wal`).size).toBe(0);
    const copy = temporaryFile('copy.db');
    copyFileSync(file, copy);
    await commit(store, put('2'));
    expect(open(copy).reader.setting('a')).toBe('1');
  });

  it('is refused inside a transaction, and while somebody reads an older state', async () => {
    const file = temporaryFile();
    const store = open(file);
    store.writer.begin();
    store.writer.apply([put('1')]);
    expect(() => store.checkpoint()).toThrow();
    await store.writer.commit();
    const reading = new Sqlite(file, { readonly: true });
    onTestFinished(() => void reading.close());
    reading.exec('begin; select * from setting');
    await commit(store, put('2'));
    expect(() => store.checkpoint()).toThrow('book.db is being read');
    reading.exec('commit');
    store.checkpoint();
  });
});
