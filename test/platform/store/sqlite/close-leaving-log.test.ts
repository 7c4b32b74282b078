import { existsSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBodies } from '../../../../src/platform/store/sqlite/bodies.ts';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { institutionRow } from '../rows.ts';
import { temporaryFile } from './temporary-file.ts';

const bodiesOf = (file: string) =>
  openBodies({ file, generation: 1, schedule: () => undefined, onLoss: () => undefined });

describe('a file that is closed without moving its log', () => {
  it('is the same book for whoever opens it next, log and all', async () => {
    const file = temporaryFile();
    const store = openSqliteStore({ file, synchronous: 'OFF' });
    store.writer.begin();
    store.writer.apply([{ kind: 'institution.put', institution: institutionRow() }]);
    await store.writer.commit();
    expect(store.reader.institutions()).toHaveLength(1);
    store.abandon();
    expect(existsSync(`${file}-wal`)).toBe(true);
    const again = openSqliteStore({ file, synchronous: 'OFF' });
    onTestFinished(() => again.close());
    expect(again.reader.institutions()).toEqual([institutionRow()]);
  });

  it('hands bodies over to the next generation, those that still wait included', () => {
    const file = temporaryFile();
    const bodies = bodiesOf(file);
    const body = { seq: 7, direction: 'in', at: 0, content_type: 'text/plain', bytes: Buffer.from('甲') } as const;
    bodies.append(body);
    bodies.handOver();
    expect(existsSync(`${file}-wal`)).toBe(true);
    const again = bodiesOf(file);
    onTestFinished(() => again.close());
    expect(again.read(7)).toEqual([body]);
  });
});
