import { describe, expect, it } from 'vitest';
import { bodyLog, type Exchanged } from '../../../../src/platform/workspace/bodies/body-log.ts';
import type { Body, BodyStore } from '../../../../src/platform/workspace/bodies/body-store.ts';

/** A store in memory that counts its batches. */
const openStore = () => {
  const rows: Body[] = [];
  const state = { batches: 0, opened: 0, isClosed: false, trims: 0 };
  const open = (): BodyStore => {
    state.opened += 1;
    return {
      append: (body) => void rows.push(body),
      read: (seq) => rows.filter((row) => row.seq === seq),
      flush: () => void (state.batches += 1),
      trim: (limit) => {
        if (rows.length <= limit) return false;
        state.trims += 1;
        rows.splice(0, 2);
        return rows.length > limit;
      },
      state: () => ({ size: rows.length, dropped: 0, droppedUpTo: 0 }),
      close: () => void (state.isClosed = true),
      handOver: () => undefined,
    };
  };
  return { rows, state, open };
};

const exchanged = (seq: number): Exchanged => ({
  seq,
  at: 0,
  request: Buffer.from(`request ${seq}`),
  contentType: 'text/plain',
  answer: `应答 ${seq}`,
});

const plainLog = (open: () => BodyStore, limit = Infinity) =>
  bodyLog({ open, limit: () => limit, onLoss: () => undefined });

describe('the log of bodies', () => {
  it('writes a moment later, what came meanwhile together', async () => {
    const { rows, state, open } = openStore();
    const log = plainLog(open);
    for (const seq of [1, 2, 3]) log.keep(exchanged(seq));
    expect(rows).toEqual([]);
    await expect.poll(() => rows.map(({ seq, direction }) => `${seq} ${direction}`)).toEqual([
      '1 in', '1 out', '2 in', '2 out', '3 in', '3 out',
    ]); // prettier-ignore
    expect(state.batches).toBe(1);
  });

  it('finds what it has not written yet', () => {
    const log = plainLog(openStore().open);
    log.keep(exchanged(7));
    const found = log.find(7);
    expect([found?.request, found?.answer].map((bytes) => Buffer.from(bytes ?? []).toString())).toEqual([
      'request 7',
      '应答 7',
    ]);
    expect(log.find(8)).toBeUndefined();
  });

  it('writes what waits before it closes, takes nothing after, and opens nothing that is not needed', () => {
    const { rows, state, open } = openStore();
    const log = plainLog(open);
    log.keep(exchanged(1));
    log.close();
    log.keep(exchanged(2));
    expect(rows.map(({ seq }) => seq)).toEqual([1, 1]);
    expect(state.isClosed).toBe(true);
    const unused = openStore();
    plainLog(unused.open).close();
    expect(unused.state.opened).toBe(0);
  });

  it('tells a loss and goes on', async () => {
    const problems: unknown[] = [];
    const { rows, open } = openStore();
    let isFull = true;
    const log = bodyLog({
      open: () => {
        if (isFull) throw new Error('disk full');
        return open();
      },
      limit: () => Infinity,
      onLoss: (problem) => problems.push(problem),
    });
    log.keep(exchanged(1));
    await expect.poll(() => problems).toHaveLength(1);
    isFull = false;
    log.keep(exchanged(2));
    await expect.poll(() => rows.map(({ seq }) => seq)).toEqual([2, 2]);
  });

  it('lets the oldest go, some at a time, where they take up more than they may', async () => {
    const { rows, state, open } = openStore();
    const log = plainLog(open, 2);
    for (const seq of [1, 2, 3]) log.keep(exchanged(seq));
    await expect.poll(() => rows.map(({ seq }) => seq)).toEqual([3, 3]);
    expect(state.trims).toBe(2);
    log.close();
  });

  it('lets the oldest go where memory runs short', () => {
    const { rows, open } = openStore();
    const log = plainLog(open);
    const large = new Uint8Array(50 * 1_048_576);
    for (const seq of [1, 2, 3]) log.keep({ ...exchanged(seq), request: large });
    log.close();
    expect(rows.map(({ seq }) => seq)).toEqual([2, 2, 3, 3]);
  });
});
