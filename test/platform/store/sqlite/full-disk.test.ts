import { describe, expect, it, onTestFinished } from 'vitest';
import type { Write, Writer } from '../../../../src/platform/store/port.ts';
import { connectWriter } from '../../../../src/platform/store/sqlite/database.ts';
import { migrateBook } from '../../../../src/platform/store/sqlite/migrate.ts';
import { migrationsFolder } from '../../../../src/platform/store/sqlite/migrations-folder.ts';
import { sqliteWriter } from '../../../../src/platform/store/sqlite/writer.ts';
import { temporaryFile } from './temporary-file.ts';

const put = (key: string, length = 1): Write => ({ kind: 'setting.put', key, value: 'x'.repeat(length) });

/** A writer whose file may grow by about a megabyte. */
const writerOnSmallDisk = (): Writer => {
  const db = connectWriter(temporaryFile(), 'OFF');
  onTestFinished(() => void db.$client.close());
  migrateBook(db, migrationsFolder());
  db.$client.pragma('max_page_count = 350');
  return sqliteWriter(db);
};

describe('a full disk', () => {
  it('fails the turn that needs the room, and leaves the group to be rolled back', async () => {
    const writer = writerOnSmallDisk();
    writer.begin();
    writer.savepoint('turn');
    writer.apply([put('small')]);
    writer.release('turn');
    writer.savepoint('turn');
    expect(() => writer.apply([put('large', 3_000_000)])).toThrow('full');
    writer.rollback();
    expect(writer.reader.setting('small')).toBeUndefined();
    writer.begin();
    writer.apply([put('small')]);
    await writer.commit();
    expect(writer.reader.setting('small')).toBe('x');
  });

  it('lets no later turn be committed alone when it ended the transaction', () => {
    const db = connectWriter(temporaryFile(), 'OFF');
    onTestFinished(() => void db.$client.close());
    migrateBook(db, migrationsFolder());
    const writer = sqliteWriter(db);
    writer.begin();
    db.$client.exec('ROLLBACK');
    expect(() => writer.savepoint('turn')).toThrow('outside a transaction');
    expect(() => writer.apply([put('small')])).toThrow('outside a transaction');
    expect(() => writer.commit()).toThrow('outside a transaction');
    writer.rollback();
    expect(writer.reader.setting('small')).toBeUndefined();
  });
});
