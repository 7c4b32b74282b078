import { expect, it } from 'vitest';
import { batchRow, lineRow, registrationRow, visitorRow, visitRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const { mdtrt_id } = visitRow();
const visit = { kind: 'visit.put', visit: visitRow() } as const;

export const keepsVisits = (open: OpenStore): void => {
  it('finds a registration by its number, as it was put last', async () => {
    const store = await storeWith(open, { kind: 'registration.put', registration: registrationRow() });
    expect(store.reader.registration(registrationRow().mdtrt_regno)).toEqual(registrationRow());
    const moved = registrationRow({ fixmedins_code: 'H44030500002' });
    await commit(store, { kind: 'registration.put', registration: moved });
    expect(store.reader.registration(registrationRow().mdtrt_regno)).toEqual(moved);
    expect(store.reader.registration('none')).toBeUndefined();
  });

  it('finds a visit by its number, as it was put last', async () => {
    const store = await storeWith(open, visit);
    expect(store.reader.visit(mdtrt_id)).toEqual(visitRow());
    await commit(store, { kind: 'visit.put', visit: visitRow({ withdrawn: true }) });
    expect(store.reader.visit(mdtrt_id)?.withdrawn).toBe(true);
    expect(store.reader.visit('none')).toBeUndefined();
  });

  it('lists the visits of a person in the order in which they were opened', async () => {
    const other = visitRow({ mdtrt_id: 'V2', visitor: visitorRow({ psn_no: 'P2' }) });
    const store = await storeWith(
      open,
      { kind: 'visit.put', visit: visitRow({ mdtrt_id: 'V9' }) },
      { kind: 'visit.put', visit: other },
      { kind: 'visit.put', visit: visitRow({ mdtrt_id: 'V1' }) },
    );
    await commit(store, { kind: 'visit.put', visit: visitRow({ mdtrt_id: 'V9', ipt_otp_no: 'MZ0002' }) });
    const visits = store.reader.visitsOf(visitorRow().psn_no);
    expect(visits.map((row) => [row.mdtrt_id, row.ipt_otp_no])).toEqual([
      ['V9', 'MZ0002'],
      ['V1', 'MZ0001'],
    ]);
    expect(store.reader.visitsOf('P2')).toEqual([other]);
    expect(store.reader.visitsOf('P9')).toEqual([]);
  });

  it('keeps the lines of a batch together and replaces them together', async () => {
    const store = await storeWith(open, visit, { kind: 'batch.put', batch: batchRow() });
    expect(store.reader.batch(mdtrt_id, 'B1')).toEqual(batchRow());
    await commit(store, { kind: 'batch.put', batch: batchRow({ lines: [lineRow('3')] }) });
    expect(store.reader.batch(mdtrt_id, 'B1')?.lines.map((line) => line.feedetl_sn)).toEqual(['3']);
    expect(store.reader.batch(mdtrt_id, 'B2')).toBeUndefined();
  });

  it('lists the batches of a visit in the order in which they were uploaded', async () => {
    const store = await storeWith(
      open,
      visit,
      ...['B3', 'B1', 'B2'].map((chrg_bchno) => ({ kind: 'batch.put' as const, batch: batchRow({ chrg_bchno }) })),
    );
    await commit(store, { kind: 'batch.put', batch: batchRow({ chrg_bchno: 'B3', lines: [] }) });
    expect(store.reader.batches(mdtrt_id).map((row) => row.chrg_bchno)).toEqual(['B3', 'B1', 'B2']);
    expect(store.reader.batches('none')).toEqual([]);
  });

  it('settles a batch, and makes it unsettled again', async () => {
    const settle = { kind: 'batch.settle', mdtrt_id, chrg_bchno: 'B1' } as const;
    const store = await storeWith(open, visit, { kind: 'batch.put', batch: batchRow() }, { ...settle, setl_id: 'S1' });
    expect(store.reader.batch(mdtrt_id, 'B1')).toEqual(batchRow({ settledBy: 'S1' }));
    await commit(store, settle);
    expect(store.reader.batches(mdtrt_id)).toEqual([batchRow()]);
    expect(store.reader.batch(mdtrt_id, 'B1')).not.toHaveProperty('settledBy');
  });

  it('forgets a batch that is withdrawn; uploaded again, it is the newest', async () => {
    const withdraw = { kind: 'batch.withdraw', mdtrt_id, chrg_bchno: 'B1' } as const;
    const store = await storeWith(
      open,
      visit,
      { kind: 'batch.put', batch: batchRow() },
      { kind: 'batch.put', batch: batchRow({ chrg_bchno: 'B2', settledBy: 'S1' }) },
      withdraw,
    );
    expect(store.reader.batches(mdtrt_id)).toEqual([batchRow({ chrg_bchno: 'B2', settledBy: 'S1' })]);
    await commit(store, { kind: 'batch.put', batch: batchRow() });
    expect(store.reader.batches(mdtrt_id).map((row) => row.chrg_bchno)).toEqual(['B2', 'B1']);
  });

  it('takes no batch without its visit, and settles or withdraws none that is not there', async () => {
    const { writer } = await storeWith(open, visit);
    writer.begin();
    expect(() => writer.apply([{ kind: 'batch.put', batch: batchRow({ mdtrt_id: 'none' }) }])).toThrow();
    expect(() => writer.apply([{ kind: 'batch.withdraw', mdtrt_id, chrg_bchno: 'B1' }])).toThrow('B1');
    expect(() => writer.apply([{ kind: 'batch.settle', mdtrt_id, chrg_bchno: 'B1', setl_id: 'S1' }])).toThrow('B1');
    writer.rollback();
    expect(opened(open).reader.batch(mdtrt_id, 'B1')).toBeUndefined();
  });
};
