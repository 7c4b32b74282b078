import { expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Settlement } from '../../../../src/platform/domain/settlement.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { settlementRow } from '../rows.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const added = (row: Partial<Settlement> = {}): Write => ({ kind: 'settlement.add', settlement: settlementRow(row) });
const ids = (rows: readonly Settlement[]): string[] => rows.map((row) => row.setl_id);

export const keepsSettlements = (open: OpenStore): void => {
  it('keeps the three books apart', async () => {
    const { reader } = await storeWith(
      open,
      added({ setl_id: 'S1' }),
      added({ setl_id: 'S1', book: 'national', sender: '440000', infno: '1107' }),
      added({ setl_id: 'S2', book: 'insured', sender: '440000', infno: '1107' }),
    );
    expect(reader.settlement('treatment', 'S1')).toEqual(settlementRow({ setl_id: 'S1' }));
    expect(reader.settlement('national', 'S1')?.sender).toBe('440000');
    expect(reader.settlement('insured', 'S1')).toBeUndefined();
    expect(reader.settlement('insured', 'S2')?.book).toBe('insured');
  });

  it('never adds a settlement twice to a book', async () => {
    const { writer, reader } = await storeWith(open, added());
    writer.begin();
    expect(() => writer.apply([added({ invono: '第二张' })])).toThrow();
    writer.rollback();
    expect(reader.settlement('treatment', settlementRow().setl_id)).toEqual(settlementRow());
  });

  it('changes nothing of a settlement but its state', async () => {
    const store = await storeWith(open, added({ setl_id: 'S1' }), added({ setl_id: 'S1', book: 'national' }));
    await commit(store, { kind: 'settlement.state', book: 'treatment', setl_id: 'S1', state: 'reversed' });
    expect(store.reader.settlement('treatment', 'S1')).toEqual(settlementRow({ setl_id: 'S1', state: 'reversed' }));
    expect(store.reader.settlement('national', 'S1')?.state).toBe('effective');
    expect(store.reader.settlementsOfVisit('treatment', settlementRow().mdtrt_id)[0]?.state).toBe('reversed');
  });

  it('gives no state to a settlement that is not in that book', async () => {
    const { writer } = await storeWith(open, added({ setl_id: 'S1' }));
    writer.begin();
    expect(() =>
      writer.apply([{ kind: 'settlement.state', book: 'insured', setl_id: 'S1', state: 'refunded' }]),
    ).toThrow('S1');
    writer.rollback();
  });

  it('lists the refunds of a settlement, oldest first, without the settlement', async () => {
    const movements = [{ kind: 'account', amount: asFen(1_330) }] as const;
    const { reader } = await storeWith(
      open,
      added({ setl_id: 'S1' }),
      added({ setl_id: 'S9', refundOf: 'S1', movements }),
      added({ setl_id: 'S5', refundOf: 'S2' }),
      added({ setl_id: 'S3', refundOf: 'S1' }),
      added({ setl_id: 'S4', refundOf: 'S1', book: 'national' }),
    );
    expect(ids(reader.refundsOf('treatment', 'S1'))).toEqual(['S9', 'S3']);
    expect(reader.refundsOf('treatment', 'S1')[0]?.movements).toEqual(movements);
    expect(reader.refundsOf('treatment', 'S9')).toEqual([]);
  });

  it('lists the settlements of a visit and of a national visit number, oldest first', async () => {
    const { mdtrtsn: _, ...local } = settlementRow({ setl_id: 'S0', mdtrt_id: 'V1' });
    const { reader } = await storeWith(
      open,
      added({ setl_id: 'S2', mdtrt_id: 'V1', mdtrtsn: 'N1' }),
      added({ setl_id: 'S1', mdtrt_id: 'V1', mdtrtsn: 'N2' }),
      { kind: 'settlement.add', settlement: local },
      added({ setl_id: 'S3', mdtrt_id: 'V2', mdtrtsn: 'N1' }),
      added({ setl_id: 'S4', mdtrt_id: 'V1', mdtrtsn: 'N1', book: 'insured' }),
    );
    expect(ids(reader.settlementsOfVisit('treatment', 'V1'))).toEqual(['S2', 'S1', 'S0']);
    expect(ids(reader.settlementsByVisitNumber('treatment', 'N1'))).toEqual(['S2', 'S3']);
    expect(ids(reader.settlementsByVisitNumber('insured', 'N1'))).toEqual(['S4']);
    expect(reader.settlementsByVisitNumber('treatment', '')).toEqual([]);
    expect(reader.settlementsOfVisit('national', 'V1')).toEqual([]);
  });

  it('lists what the national book holds of a person or a certificate in some days, oldest first', async () => {
    const { visitor } = settlementRow();
    const national = (setl_id: string, setl_time: string, more: Partial<Settlement> = {}) =>
      added({ book: 'national', setl_id, setl_time, visitor: { ...visitor, psn_no: 'P1', certno: 'C1' }, ...more });
    const other = { ...visitor, psn_no: 'P2', certno: 'C1' };
    const { reader } = await storeWith(
      open,
      national('N3', '2026-09-03 23:59:59'),
      national('N2', '2026-09-02 09:00:00', { refundOf: 'N1' }),
      national('N1', '2026-09-02 08:00:00'),
      national('N4', '2026-09-04 00:00:00'),
      national('N5', '2026-09-02 10:00:00', { visitor: other }),
      national('N6', '2026-09-02 10:00:00', { book: 'insured' }),
    );
    expect(ids(reader.nationalSettlementsOfPerson('P1', '2026-09-02', '2026-09-03'))).toEqual(['N1', 'N2', 'N3']);
    expect(ids(reader.nationalSettlementsOfPerson('P1', '2026-09-03', '2026-09-03'))).toEqual(['N3']);
    expect(ids(reader.nationalSettlementsOfCertificate('C1', '2026-09-02', '2026-09-02'))).toEqual(['N1', 'N2', 'N5']);
    expect(reader.nationalSettlementsOfPerson('P1', '2026-09-03', '2026-09-02')).toEqual([]);
    expect(reader.nationalSettlementsOfCertificate('C2', '2026-09-01', '2026-09-30')).toEqual([]);
  });

  it('lists what an institution settled and refunded in some days, oldest first', async () => {
    const { reader } = await storeWith(
      open,
      added({ setl_id: 'S3', fixmedins_code: 'H1', setl_time: '2026-09-03 23:59:59' }),
      added({ setl_id: 'S2', fixmedins_code: 'H1', setl_time: '2026-09-02 09:00:00', refundOf: 'S1' }),
      added({ setl_id: 'S1', fixmedins_code: 'H1', setl_time: '2026-09-02 08:00:00', state: 'refunded' }),
      added({ setl_id: 'S4', fixmedins_code: 'H2', setl_time: '2026-09-02 08:00:00' }),
      added({ setl_id: 'S1', fixmedins_code: 'H1', setl_time: '2026-09-02 08:00:00', book: 'national' }),
    );
    expect(ids(reader.settlementsOfInstitution('H1', '2026-09-02', '2026-09-03'))).toEqual(['S1', 'S2', 'S3']);
    expect(ids(reader.settlementsOfInstitution('H1', '2026-09-03', '2026-09-03'))).toEqual(['S3']);
    expect(reader.settlementsOfInstitution('H1', '2026-09-04', '2026-09-30')).toEqual([]);
  });

  it('lists what a message made: a sender may have used a msgid twice, another sender the same', async () => {
    const { reader } = await storeWith(
      open,
      added({ setl_id: 'S2', sender: 'H1', infno: '2207', msgid: 'M1' }),
      added({ setl_id: 'S1', sender: 'H1', infno: '2207', msgid: 'M1' }),
      added({ setl_id: 'S3', sender: 'H2', infno: '2207', msgid: 'M1' }),
      added({ setl_id: 'S4', sender: 'H1', infno: '2208', msgid: 'M1' }),
      added({ setl_id: 'S5', sender: 'H1', infno: '2207', msgid: 'M2' }),
    );
    expect(ids(reader.settlementsByMessage('treatment', 'H1', '2207', 'M1'))).toEqual(['S2', 'S1']);
    expect(ids(reader.settlementsByMessage('treatment', 'H1', '2208', 'M1'))).toEqual(['S4']);
    expect(reader.settlementsByMessage('national', 'H1', '2207', 'M1')).toEqual([]);
  });
};
