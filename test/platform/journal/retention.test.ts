import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { droppedOf } from '../../../src/platform/journal/dropped.ts';
import { dropOldRows, JOURNAL_AGE } from '../../../src/platform/journal/journal-age.ts';
import { journalKeeper } from '../../../src/platform/journal/journal-keeper.ts';
import { DEFAULT_SETTINGS } from '../../../src/platform/domain/settings.ts';
import { turnQueue } from '../../../src/platform/dispatch/turn-queue.ts';
import type { JournalRow, Store, Write } from '../../../src/platform/store/port.ts';
import { openMapStore } from '../../support/map-store.ts';
import { journalRow, messageRow } from '../store/rows.ts';

const NOW = instantOf('2026-09-01 10:00:00');
const DAY = 86_400_000;

const commit = async (store: Store, writes: readonly Write[]): Promise<void> => {
  store.writer.begin();
  store.writer.apply(writes);
  await store.writer.commit();
};

/** Of rows with one number the last one stands. */
const storeWith = async (given: readonly Partial<JournalRow>[]): Promise<Store> => {
  const store = openMapStore();
  const rows = [...new Map(given.map((row) => [row.seq, row])).values()];
  await commit(
    store,
    rows.map((row): Write => ({ kind: 'journal.append', row: journalRow(row) })),
  );
  return store;
};

const numbered = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ seq: from + index, at: NOW }));

const keeperOf = (store: Store, journalRows: number, journalDays = 0) => {
  const queue = turnQueue(store.writer);
  const defects: unknown[] = [];
  const keeper = journalKeeper({
    reader: store.reader,
    join: queue.submit,
    settings: () => ({ ...DEFAULT_SETTINGS, journalRows, journalDays }),
    now: () => NOW,
    onDefect: (defect) => defects.push(defect),
  });
  return { keeper, queue, defects };
};

describe('a journal is kept', () => {
  it('within its number of rows: the oldest go, some at a time, and are counted', async () => {
    const store = await storeWith(numbered(1_700));
    await commit(store, [{ kind: 'message.remember', message: messageRow() }]);
    const { keeper, defects } = keeperOf(store, 1_000);
    keeper.grew(0);
    await keeper.idle();
    expect(store.reader.journalCount(0)).toBe(1_000);
    expect(store.reader.journalAfter(0, 1)[0]?.seq).toBe(701);
    expect(droppedOf(store.reader)).toEqual({ rows: 700, upTo: 700, at: NOW });
    expect(store.reader.message(messageRow())).toBeDefined();
    expect(defects).toEqual([]);
  });

  it('but keeps what a province itself sent or answered, with all of its trace', async () => {
    const store = await storeWith([
      ...numbered(1_700),
      { seq: 11, trace: 'T11', door: 'national', sender: '110000', at: NOW },
      { seq: 12, trace: 'T11', door: 'insured', hop: 1, sender: '110000', at: NOW },
      { seq: 13, trace: 'T13', door: 'national', sender: '110000', at: NOW, via: 'self' },
      { seq: 14, trace: 'T14', door: 'national', sender: 'H44030099001', at: NOW },
      { seq: 15, trace: 'T15', door: 'hospital', at: NOW },
      { seq: 16, trace: 'T15', door: 'national', hop: 1, sender: '440000', at: NOW },
      { seq: 17, trace: 'T15', door: 'insured', hop: 2, sender: '440000', at: NOW, via: 'remote' },
    ]);
    const { keeper, defects } = keeperOf(store, 1_000);
    keeper.grew(0);
    await keeper.idle();
    expect(store.reader.journalAfter(0, 6).map(({ seq }) => seq)).toEqual([11, 12, 15, 16, 17, 701]);
    expect(droppedOf(store.reader)).toEqual({ rows: 695, upTo: 700, at: NOW });
    // They do not stand in the way of the next rows, and are not gone through again.
    keeper.grew(0);
    await keeper.idle();
    expect(store.reader.journalCount(0)).toBe(1_005);
    expect(defects).toEqual([]);
  });

  it('and is not bothered for a few rows too many', async () => {
    const store = await storeWith(numbered(1_100));
    const { keeper } = keeperOf(store, 1_000);
    keeper.grew(0);
    await keeper.idle();
    expect(droppedOf(store.reader)).toBeUndefined();
    await commit(
      store,
      numbered(200, 2_000).map((row): Write => ({ kind: 'journal.append', row: journalRow(row) })),
    );
    keeper.grew(200);
    await keeper.idle();
    expect(store.reader.journalCount(0)).toBe(1_000);
  });

  it('by age: due work is put for the first night on which a row is old enough', async () => {
    const store = await storeWith([{ seq: 1, at: NOW - 5 * DAY }, { seq: 2, at: NOW }]); // prettier-ignore
    const { keeper, queue } = keeperOf(store, 1_000, 30);
    keeper.grew(1);
    await queue.idle();
    expect(store.reader.nextDue(Number.MAX_SAFE_INTEGER)).toEqual({
      kind: JOURNAL_AGE,
      key: '',
      at: instantOf('2026-09-27 03:00:00'),
    });
  });
});

describe('rows that are too old', () => {
  it('go, and the work falls due again when the next one is', async () => {
    const store = await storeWith([
      { seq: 1, at: NOW - 40 * DAY },
      { seq: 2, at: NOW - 31 * DAY },
      { seq: 3, at: NOW - 29 * DAY },
      { seq: 4, at: NOW },
    ]);
    await commit(store, dropOldRows(store.reader, 30, NOW));
    expect(store.reader.journalAfter(0, 9).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(droppedOf(store.reader)?.rows).toBe(2);
    expect(store.reader.nextDue(Number.MAX_SAFE_INTEGER)?.at).toBe(instantOf('2026-09-03 03:00:00'));
  });

  it('go some at a time: the first at once, the rest behind messages; the newest stays whatever its age', async () => {
    const store = await storeWith(numbered(900));
    const later = NOW + 90 * DAY;
    await commit(store, dropOldRows(store.reader, 30, later));
    expect(store.reader.journalCount(0)).toBe(650);
    expect(store.reader.nextDue(Number.MAX_SAFE_INTEGER)?.at).toBe(instantOf('2026-12-01 03:00:00'));
    const { keeper, defects } = keeperOf(store, 1_000);
    await keeper.idle();
    expect(store.reader.journal(9).map(({ seq }) => seq)).toEqual([900]);
    expect(droppedOf(store.reader)).toEqual({ rows: 899, upTo: 899, at: NOW, before: later - 30 * DAY });
    expect(defects).toEqual([]);
  });

  it('are left where they are by a keeper that is closed', async () => {
    const store = await storeWith(numbered(900));
    await commit(store, dropOldRows(store.reader, 30, NOW + 90 * DAY));
    const { keeper } = keeperOf(store, 1_000);
    await keeper.close();
    expect(store.reader.journalCount(0)).toBe(400);
  });

  it('stay where no number of days is set', async () => {
    const store = await storeWith([{ seq: 1, at: 0 }, { seq: 2, at: NOW }]); // prettier-ignore
    expect(dropOldRows(store.reader, 0, NOW)).toEqual([]);
  });
});
