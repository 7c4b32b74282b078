import { describe, expect, it } from 'vitest';
import { CommitFailed, turnQueue } from '../../../src/platform/dispatch/turn-queue.ts';
import type { Store } from '../../../src/platform/store/port.ts';
import { openMapStore } from '../../support/map-store.ts';
import { openTestWorld, sendDecoded } from '../../support/world.ts';
import { openWindow } from '../../support/window.ts';

const setting = (key: string) => ({ kind: 'setting.put' as const, key, value: 'x' });

/** The same store with another COMMIT. */
const withCommit = (store: Store, commit: (real: () => void | Promise<void>) => void | Promise<void>): Store => ({
  ...store,
  writer: { ...store.writer, commit: () => commit(() => store.writer.commit()) },
});

describe('the turn queue', () => {
  it('runs turns that arrive together in one transaction, in order, each seeing the one before', async () => {
    const store = openMapStore();
    let commits = 0;
    const queue = turnQueue(withCommit(store, (real) => ((commits += 1), real())).writer);
    const seen = await Promise.all([
      queue.submit((writer) => writer.apply([setting('a')])),
      queue.submit((writer) => writer.reader.setting('a')),
    ]);
    expect(seen[1]).toBe('x');
    expect(commits).toBe(1);
  });

  it('undoes a turn that throws and keeps its neighbours', async () => {
    const store = openMapStore();
    const queue = turnQueue(store.writer);
    const good = queue.submit((writer) => writer.apply([setting('good')]));
    const bad = queue.submit((writer) => {
      writer.apply([setting('bad')]);
      throw new Error('a defect');
    });
    await expect(bad).rejects.toThrow('a defect');
    await good;
    expect(store.reader.setting('good')).toBe('x');
    expect(store.reader.setting('bad')).toBeUndefined();
  });

  it('tells every message of a batch when COMMIT fails, and goes on with the next', async () => {
    const store = openMapStore();
    let broken = true;
    const queue = turnQueue(
      withCommit(store, (real) => {
        if (broken) throw new Error('disk full');
        return real();
      }).writer,
    );
    const both = [queue.submit((writer) => writer.apply([setting('a')])), queue.submit(() => 1)];
    for (const turn of both) await expect(turn).rejects.toThrow(CommitFailed);
    broken = false;
    await expect(queue.submit((writer) => writer.reader.setting('a'))).resolves.toBeUndefined();
  });
});

describe('a turn', () => {
  it('completes in one tick: nothing else runs between BEGIN and COMMIT, not even a waiting microtask', async () => {
    const map = openMapStore();
    const seen: string[] = [];
    const begin = () => {
      queueMicrotask(() => seen.push('tick'));
      seen.push('begin');
      map.writer.begin();
    };
    const commit = () => {
      seen.push('commit');
      return map.writer.commit();
    };
    const world = await openTestWorld({ store: { ...map, writer: { ...map.writer, begin, commit } } });
    const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    await window.upload('B1', 100);
    await Promise.all([window.settle('B1', 100), window.settle('B1', 100), window.refund('A0')]);
    await world.close();
    expect(seen.length).toBeGreaterThan(9);
    expect(seen.join(' ')).toMatch(/^(begin commit tick ?)+$/);
  });
});

describe('acknowledged means durable', () => {
  it('lets no answer leave before COMMIT, not even a refusal', async () => {
    let release: () => void = () => undefined;
    let held = false;
    const store = withCommit(openMapStore(), (real) => {
      if (!held) return real();
      return new Promise<void>((resolve) => {
        release = () => {
          void real();
          resolve();
        };
      });
    });
    const world = await openTestWorld({ store });
    const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    await window.upload('B1', 100);
    await world.world.queue.idle();
    held = true;
    const answers = { settled: false, refused: false };
    const settled = window.settle('B1', 100).then(() => (answers.settled = true));
    const refused = window.refund('A0').then(() => (answers.refused = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(answers).toEqual({ settled: false, refused: false });
    expect(world.world.store.reader.settlementsOfVisit('treatment', window.mdtrt_id)).toEqual([]);
    held = false;
    release();
    await Promise.all([settled, refused]);
    expect(answers).toEqual({ settled: true, refused: true });
    await world.close();
  });

  it('answers a platform error with a trace id when COMMIT fails; the message may be sent again', async () => {
    let broken = false;
    const store = withCommit(openMapStore(), (real) => {
      if (broken) throw new Error('disk full');
      return real();
    });
    const world = await openTestWorld({ store });
    const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    await window.upload('B1', 100);
    await world.world.queue.idle();
    broken = true;
    const lost = await window.settle('B1', 100, 'H44030099001LOST');
    expect(lost.err_msg).toMatch(/^\[沙箱\] 系统异常，请稍后重试；追踪号 T\d{10}$/);
    broken = false;
    const again = await window.settle('B1', 100, 'H44030099001LOST');
    expect(again.infcode).toBe(0);
    expect(world.world.store.reader.settlementsOfVisit('treatment', window.mdtrt_id)).toHaveLength(1);
    await world.close();
  });
});

describe('a message', () => {
  it('is answered in an envelope even when its body is no JSON', async () => {
    const world = await openTestWorld();
    const answer = await sendDecoded(world.world, 'hospital', { ok: false, error: '报文不是合法的 JSON' });
    expect(answer).toMatchObject({ infcode: -1, output: null, err_msg: '[沙箱] 报文无法识别：报文不是合法的 JSON' });
    await world.close();
  });
});
