import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateOf, dateTimeOf, instantOf } from '../../../src/kernel/civil-time.ts';
import { turnQueue } from '../../../src/platform/dispatch/turn-queue.ts';
import { openGate } from '../../../src/platform/dispatch/gate.ts';
import { DEFAULT_SETTINGS } from '../../../src/platform/domain/settings.ts';
import type { Store, Write } from '../../../src/platform/store/port.ts';
import { advance, catchUp, CLOCK, type Timeline } from '../../../src/platform/time/advance.ts';
import { virtualClock } from '../../../src/platform/time/virtual-clock.ts';
import { seedLibrary } from '../../../src/platform/workspace/library.ts';
import { openMapStore } from '../../support/map-store.ts';

const start = instantOf('2026-09-01 10:00:00');
let store: Store;
let timeline: Timeline;
let seen: string[];
let defects: string[];

const due = (kind: string, key: string, at: string): Write => ({
  kind: 'due.put',
  due: { kind, key, at: instantOf(at) },
});

const put = (...writes: Write[]) => timeline.submit((writer) => writer.apply(writes));

beforeEach(() => {
  store = openMapStore();
  [seen, defects] = [[], []];
  timeline = {
    clock: virtualClock({ now: () => 0 }, { mode: 'frozen', at: start }),
    alone: openGate().alone,
    submit: turnQueue(store.writer).submit,
    library: seedLibrary(),
    settings: () => DEFAULT_SETTINGS,
    reader: store.reader,
    prepared: new Map(),
    onDefect: (_defect, trace) => defects.push(trace),
    slow: {
      *pages(_reader, { key }, { now }) {
        for (let page = 1; page <= 3; page += 1) {
          seen.push(`page ${page}`);
          yield;
        }
        return () => [{ kind: 'setting.put', key, value: dateTimeOf(now) }];
      },
      *unreadable() {
        throw new Error('impossible');
      },
    },
    handlers: {
      note: (_reader, { key }, { now }) => {
        seen.push(`${key} ${dateTimeOf(now)}`);
        return [{ kind: 'setting.put', key, value: dateTimeOf(now) }];
      },
      daily: (_reader, { key }, { now, today }) => {
        seen.push(today);
        return [{ kind: 'due.put', due: { kind: 'daily', key, at: instantOf(addDays(dateOf(now), 1)) } }];
      },
      broken: () => {
        throw new Error('impossible');
      },
      endless: (_reader, row) => [{ kind: 'due.put', due: row }],
    },
  };
});

afterEach(() => store.close());

describe('time that moves on', () => {
  it('does what falls due in the order of its moment, at its own moment', async () => {
    await put(due('note', 'late', '2026-09-03 08:00:00'), due('note', 'early', '2026-09-02 08:00:00'));
    await put(due('note', 'future', '2026-10-01'));
    expect(await advance(timeline, instantOf('2026-09-30'))).toBe(2);
    expect(seen).toEqual(['early 2026-09-02 08:00:00', 'late 2026-09-03 08:00:00']);
    expect(dateTimeOf(timeline.clock.now())).toBe('2026-09-30 00:00:00');
    expect(store.reader.setting('late')).toBe('2026-09-03 08:00:00');
    expect(JSON.parse(store.reader.setting(CLOCK) ?? '')).toEqual({ mode: 'frozen', at: instantOf('2026-09-30') });
  });

  it('does work that the work on its way adds: a year of days', async () => {
    await put(due('daily', 'day', '2026-09-02'));
    expect(await advance(timeline, instantOf('2027-09-01'))).toBe(365);
    expect([seen[0], seen.at(-1), new Set(seen).size]).toEqual(['2026-09-02', '2027-09-01', 365]);
    expect(store.reader.nextDue(Number.MAX_SAFE_INTEGER)?.at).toBe(instantOf('2027-09-02'));
  });

  it('goes on past work that fails, and tells of it; the failed work changes nothing', async () => {
    await put(due('broken', 'a', '2026-09-02'), due('endless', 'b', '2026-09-02'), due('unheard', 'c', '2026-09-02'));
    await put(due('note', 'after', '2026-09-03'));
    expect(await advance(timeline, instantOf('2026-09-04'))).toBe(4);
    expect(defects).toEqual(['due broken a', 'due endless b', 'due unheard c']);
    expect(seen).toEqual(['after 2026-09-03 00:00:00']);
    expect(store.reader.nextDue(Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });
});

describe('slow work', () => {
  it('is prepared page by page and done at its own moment, between the work before and after it', async () => {
    await put(
      due('note', 'before', '2026-09-02'),
      due('pages', 'slow', '2026-09-03'),
      due('note', 'after', '2026-09-04'),
    );
    expect(await advance(timeline, instantOf('2026-09-05'))).toBe(3);
    expect(seen).toEqual(['before 2026-09-02 00:00:00', 'page 1', 'page 2', 'page 3', 'after 2026-09-04 00:00:00']);
    expect(store.reader.setting('slow')).toBe('2026-09-03 00:00:00');
    expect(timeline.prepared.size).toBe(0);
  });

  it('that cannot be prepared is told of and left undone, and time goes on', async () => {
    await put(due('unreadable', 'slow', '2026-09-03'), due('note', 'after', '2026-09-04'));
    expect(await advance(timeline, instantOf('2026-09-05'))).toBe(2);
    expect([defects, seen]).toEqual([['due unreadable slow'], ['after 2026-09-04 00:00:00']]);
  });

  it('lets messages in between its pages while the clock goes by itself', async () => {
    const gate = openGate();
    timeline = { ...timeline, alone: gate.alone };
    timeline.clock.set({ mode: 'frozen', at: instantOf('2026-09-05') });
    await put(due('pages', 'slow', '2026-09-03'), due('note', 'after', '2026-09-04'));
    const caughtUp = catchUp(timeline);
    while (!seen.includes('page 1')) await new Promise((resolve) => setImmediate(resolve));
    expect(gate.enter()).toBeUndefined();
    seen.push('a message');
    gate.leave();
    await caughtUp;
    expect(seen).toEqual(['page 1', 'a message', 'page 2', 'page 3', 'after 2026-09-04 00:00:00']);
    expect(dateTimeOf(timeline.clock.now())).toBe('2026-09-05 00:00:00');
  });
});
