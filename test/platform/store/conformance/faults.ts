import { expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Fault } from '../../../../src/kernel/fault/fault.ts';
import type { DeliveryState } from '../../../../src/platform/domain/delivery.ts';
import type { Firing } from '../../../../src/platform/domain/firing.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { faultRow, firingRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const at = instantOf('2026-09-01 10:00:00');
const arm = (row: Partial<Fault>): Write => ({ kind: 'fault.put', fault: faultRow(row) });
const attempt = (fault: string, key: string, attempt: number): Write => ({
  kind: 'fault.attempt',
  fault,
  key,
  attempt,
});
const fire = (row: Partial<Firing>): Write => ({ kind: 'firing.append', firing: firingRow(row) });
const left = (seq: number, state: DeliveryState): Write => ({ kind: 'delivery.put', delivery: { seq, state, at } });

export const keepsFaults = (open: OpenStore): void => {
  it('gives a fault back as it was armed, with and without what may be absent', async () => {
    const full = faultRow({
      id: 'F2',
      when: {
        infno: ['2207', '1107'],
        amount: { gte: asFen(100_000), ending: '81' },
        field: { path: 'data.med_type', equals: '14' },
      },
      schedule: { ramp: { from: at, to: at + 60_000 }, seed: 'a' },
      count: 3,
      expiresAt: at + 900_000,
      note: '演示：答复丢失',
    });
    const { reader } = await storeWith(open, arm({}), { kind: 'fault.put', fault: full });
    expect(reader.faults()).toStrictEqual([faultRow(), full]);
  });

  it('lists faults in the order in which they were armed, whatever was counted since', async () => {
    const store = await storeWith(open, arm({ id: 'C' }), arm({ id: 'A' }), arm({ id: 'B' }));
    await commit(store, arm({ id: 'A', seen: 7, fired: 1 }));
    expect(store.reader.faults().map(({ id, seen, fired }) => [id, seen, fired])).toEqual([
      ['C', 0, 0],
      ['A', 7, 1],
      ['B', 0, 0],
    ]);
  });

  it('forgets a fault that is dropped; armed again it is the last', async () => {
    const store = await storeWith(open, arm({ id: 'A' }), arm({ id: 'B' }));
    await commit(store, { kind: 'fault.drop', id: 'A' }, { kind: 'fault.drop', id: 'none' });
    expect(store.reader.faults().map(({ id }) => id)).toEqual(['B']);
    await commit(store, arm({ id: 'A' }));
    expect(store.reader.faults().map(({ id }) => id)).toEqual(['B', 'A']);
  });

  it('shows counts to the writer at once, to the reader after COMMIT, and nothing that was undone', async () => {
    const store = await storeWith(open, arm({}));
    const seen = () => [store.writer.reader, store.reader].map((reader) => reader.faults().map((row) => row.seen));
    expect(seen()).toEqual([[0], [0]]);
    store.writer.begin();
    store.writer.apply([arm({ seen: 1 })]);
    expect(seen()).toEqual([[1], [0]]);
    store.writer.savepoint('turn');
    store.writer.apply([arm({ seen: 2 })]);
    store.writer.undo('turn');
    expect(seen()).toEqual([[1], [0]]);
    await store.writer.commit();
    expect(seen()).toEqual([[1], [1]]);
    store.writer.begin();
    store.writer.apply([arm({ seen: 3 }), fire({}), left(1, 'sent')]);
    store.writer.rollback();
    expect(seen()).toEqual([[1], [1]]);
    expect(store.reader.firingsOf(1)).toEqual([]);
    expect(store.reader.delivery(1)).toBeUndefined();
  });

  it('counts the attempts of a fault at a key: both', async () => {
    const store = await storeWith(open, attempt('F1', 'a', 1), attempt('F1', 'b', 1), attempt('F2', 'a', 1));
    await commit(store, attempt('F1', 'a', 2));
    const { reader } = store;
    expect([reader.faultAttempts('F1', 'a'), reader.faultAttempts('F1', 'b'), reader.faultAttempts('F2', 'a')]).toEqual(
      [2, 1, 1],
    );
    expect([reader.faultAttempts('F2', 'b'), reader.faultAttempts('none', 'a')]).toEqual([0, 0]);
  });

  it('gives a firing back as it was written, with and without what may be absent', async () => {
    const full = firingRow({ nth: 2, fixmedins_code: 'H44030500001', note: '演示', draw: 0.1234567890123 });
    const { reader } = await storeWith(open, fire(full), fire({}));
    expect(reader.firingsOf(1)).toStrictEqual([firingRow(), full]);
    expect(reader.firingsOf(2)).toEqual([]);
  });

  it('lists firings after a number, oldest first and in their order, as many as are asked for', async () => {
    const rows = [fire({ seq: 5 }), fire({ seq: 3, nth: 2 }), fire({ seq: 3, nth: 1 }), fire({ seq: 9 })];
    const { reader } = await storeWith(open, ...rows);
    const after = (seq: number, limit: number) => reader.firingsAfter(seq, limit).map((row) => [row.seq, row.nth]);
    expect(after(0, 9)).toEqual([[3, 1], [3, 2], [5, 1], [9, 1]]); // prettier-ignore
    expect(after(3, 1)).toEqual([[5, 1]]);
    expect(after(0, 0)).toEqual([]);
    expect(after(9, 9)).toEqual([]);
  });

  it('never writes a firing twice', async () => {
    const { writer } = await storeWith(open, fire({}));
    writer.begin();
    expect(() => writer.apply([fire({ fault: 'F2' })])).toThrow();
    writer.rollback();
  });

  it('knows of an answer what was told last: whether it left', async () => {
    const store = await storeWith(open, left(7, 'sent'), left(2, 'unknown'), left(4, 'cut'));
    await commit(store, left(2, 'cut'));
    const { reader } = store;
    expect(reader.delivery(2)).toStrictEqual({ seq: 2, state: 'cut', at });
    expect(reader.delivery(3)).toBeUndefined();
    expect(reader.deliveriesAfter(0, 9).map(({ seq, state }) => [seq, state])).toEqual([
      [2, 'cut'],
      [4, 'cut'],
      [7, 'sent'],
    ]);
    expect(reader.deliveriesAfter(2, 1).map(({ seq }) => seq)).toEqual([4]);
    expect(reader.deliveriesAfter(7, 9)).toEqual([]);
  });

  it('has nothing armed, fired or delivered at first', () => {
    const { reader } = opened(open);
    expect([reader.faults(), reader.firingsAfter(0, 9), reader.deliveriesAfter(0, 9)]).toEqual([[], [], []]);
  });
};
