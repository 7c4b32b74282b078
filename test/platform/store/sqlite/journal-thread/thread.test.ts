import { writeFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBodies } from '../../../../../src/platform/store/sqlite/bodies.ts';
import { journalThread } from '../../../../../src/platform/store/sqlite/journal-thread/ask-thread.ts';
import { openJournalIndex } from '../../../../../src/platform/store/sqlite/journal-thread/open-index.ts';
import { startThread } from '../../../../../src/platform/store/sqlite/journal-thread/start-thread.ts';
import { openSqliteStore } from '../../../../../src/platform/store/sqlite/open.ts';
import { journalRow } from '../../rows.ts';
import { temporaryFile } from '../temporary-file.ts';

/** A book with rows 1 to `count`, and its index behind a thread of its own. */
const opened = (count: number, { rows = count, pause = 60_000 } = {}) => {
  const book = temporaryFile();
  const store = openSqliteStore({ file: book, synchronous: 'OFF' });
  const append = (seq: number): void => {
    store.writer.begin();
    store.writer.apply([{ kind: 'journal.append', row: journalRow({ seq, input: `{"data":{"n":"第${seq}条"}}` }) }]);
    void store.writer.commit();
  };
  for (let seq = 1; seq <= count; seq += 1) append(seq);
  const workers: Worker[] = [];
  const thread = journalThread(() => {
    const worker = startThread();
    workers.push(worker);
    return worker;
  });
  const files = { book, index: `${book}-index`, bodies: `${book}-bodies`, generation: 1, lineage: [] };
  const index = openJournalIndex(thread, files, rows, pause);
  onTestFinished(async () => {
    await index.close();
    await thread.close();
    store.close();
  });
  return { append, index, thread, workers, bodies: files.bodies };
};

const ALL = { order: 'newest', limit: 500 } as const;

describe('the journal thread', () => {
  it('is not started before somebody asks, and then follows the book', async () => {
    const { append, index, thread } = opened(3);
    index.told([1, 2, 3]);
    expect(thread.isStarted()).toBe(false);
    expect(await index.find({}, ALL)).toEqual([3, 2, 1]);
    append(4);
    index.told([4]);
    expect(await index.find({ text: '第4条' }, ALL)).toEqual([4]);
    await expect.poll(() => index.waiting()).toBe(0);
    expect(await index.count({})).toBe(4);
  });

  it('is made ready in the pauses of a long journal, before anybody asks', async () => {
    const { append, index, thread } = opened(3, { rows: 2_000, pause: 20 });
    await expect.poll(() => thread.isStarted(), { timeout: 5_000 }).toBe(true);
    append(4);
    index.told([4]);
    index.dropped([1]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await index.waiting()).toBe(0);
    expect(await index.find({ text: '条' }, ALL)).toEqual([4, 3, 2]);
  });

  it('is started anew when it has died, and reads what came meanwhile', async () => {
    const { append, index, workers } = opened(1);
    expect(await index.find({}, ALL)).toEqual([1]);
    const asked = index.hash();
    await Promise.all([workers[0]?.terminate(), expect(asked).rejects.toThrow('has ended')]);
    append(2);
    expect(await index.find({}, ALL)).toEqual([2, 1]);
    expect(workers).toHaveLength(2);
  });

  it('does not stumble over a file of bodies that is just being made, and reads it once it is whole', async () => {
    const { index, bodies: file } = opened(1);
    writeFileSync(file, '');
    expect((await index.export({}, true)).rows).toBe(1);
    const lost = { schedule: () => undefined, onLoss: () => undefined };
    const bodies = openBodies({ file, generation: 1, ...lost });
    const bytes = new TextEncoder().encode('{"came":1}');
    bodies.append({ seq: 1, direction: 'in', at: 0, content_type: 'application/json', bytes });
    bodies.close();
    const { lines } = await index.export({}, true);
    expect(lines).toContain(Buffer.from(bytes).toString('base64'));
  });

  it('tells what went wrong with one question and answers the next', async () => {
    const { index } = opened(1);
    await expect(index.find({ hop: {} as number }, ALL)).rejects.toThrow('Too few parameter values');
    expect(await index.count({})).toBe(1);
  });

  it('lets go of a book that is closed, and finds it again', async () => {
    const { append, index } = opened(1);
    expect(await index.count({})).toBe(1);
    await index.close();
    append(2);
    index.told([2]);
    expect(await index.count({})).toBe(2);
  });

  it('answers other questions while it reckons a hash', async () => {
    const { index } = opened(2_000);
    const order: string[] = [];
    const hash = index.hash().then(({ rows }) => order.push(`hash of ${rows}`));
    await index.count({}).then((count) => order.push(`count ${count}`));
    await hash;
    expect(order).toEqual(['count 2000', 'hash of 2000']);
  });
});
