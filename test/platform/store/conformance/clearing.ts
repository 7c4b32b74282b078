import { expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { Confirmation } from '../../../../src/platform/domain/confirmation.ts';
import type { Book } from '../../../../src/platform/domain/settlement.ts';
import type { HospitalFile } from '../../../../src/platform/domain/hospital-file.ts';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { settlementRow } from '../rows.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const fileRow = (row: Partial<HospitalFile> = {}): HospitalFile => ({
  file_qury_no: 'F1',
  fixmedins_code: 'H44030500001',
  filename: '对账.zip',
  kind: 'uploaded',
  content: 'UEsDBA==',
  dld_endtime: '2026-09-08 10:00:00',
  ...row,
});

const confirmationRow = (row: Partial<Confirmation> = {}): Confirmation => ({
  setl_id: 'S1',
  period: '202609',
  fixmedins_code: 'H44030500001',
  confirmed: true,
  reference: '440300202610050000000001',
  at: instantOf('2026-10-05 08:00:00'),
  ...row,
});

const said = (row: Partial<Confirmation> = {}) =>
  ({ kind: 'confirmation.put', confirmation: confirmationRow(row) }) as const;

export const keepsClearing = (open: OpenStore): void => {
  it('keeps a file until it is dropped', async () => {
    const made = fileRow({ file_qury_no: 'F2', kind: 'made', content: 'a\tnull\n' });
    const store = await storeWith(open, { kind: 'file.put', file: fileRow() }, { kind: 'file.put', file: made });
    expect(store.reader.file('F1')).toEqual(fileRow());
    expect(store.reader.file('F2')).toEqual(made);
    await commit(store, { kind: 'file.drop', file_qury_no: 'F1' }, { kind: 'file.drop', file_qury_no: 'F9' });
    expect(store.reader.file('F1')).toBeUndefined();
    expect(store.reader.file('F2')).toEqual(made);
  });

  it('keeps what was said of a settlement month by month, until it is taken back', async () => {
    const left = { confirmed: false, period: '202608' };
    const store = await storeWith(open, said(), said(left), said({ setl_id: 'S2' }));
    expect(store.reader.confirmationsOf('S1')).toEqual([confirmationRow(left), confirmationRow()]);
    await commit(store, { kind: 'confirmation.drop', setl_id: 'S1', period: '202609' });
    expect(store.reader.confirmationsOf('S1')).toEqual([confirmationRow(left)]);
    expect(store.reader.confirmationsOf('S3')).toEqual([]);
  });

  it('lists what an institution said in some months, by month and number', async () => {
    const other = { setl_id: 'S4', fixmedins_code: 'H2' };
    const { reader } = await storeWith(
      open,
      said({ setl_id: 'S2' }),
      said(),
      said({ setl_id: 'S3', period: '202607' }),
      said(other),
      said({ setl_id: 'S2', period: '202608', confirmed: false }),
    );
    const ids = (from: string, to: string) =>
      reader.confirmations('H44030500001', from, to).map((row) => `${row.setl_id}@${row.period}`);
    expect(ids('202608', '202609')).toEqual(['S2@202608', 'S1@202609', 'S2@202609']);
    expect(ids('202607', '202607')).toEqual(['S3@202607']);
    expect(reader.confirmations('H2', '202601', '202612')).toEqual([confirmationRow(other)]);
  });

  it('keeps records of national clearing by kind and key, in the order of their keys', async () => {
    const withheld = (setl_id: string) => ({
      setl_id, date: '2026-09-01', verdict: 'ours-only', leg: 'treatment', party: '440000',
    }) as const; // prettier-ignore
    const put = (key: string, setl_id = key): Write => ({
      kind: 'clearing.put', record: 'withheld', key, body: withheld(setl_id),
    }); // prettier-ignore
    const quota = { year: '2026', payer: '440000', payee: '610000', amount: asFen(100), set: 'by-hand' } as const;
    const other: Write = { kind: 'clearing.put', record: 'quota', key: 'S2', body: quota };
    const store = await storeWith(open, put('S3'), put('S1', 'S0'), put('S2'), put('S1'), other);
    expect(store.reader.clearingRecord('withheld', 'S1')).toEqual(withheld('S1'));
    expect(store.reader.clearingRecord('quota', 'S2')).toEqual(quota);
    expect(store.reader.clearingRecord('quota', 'S1')).toBeUndefined();
    expect(store.reader.clearingRecords('withheld', 'S2', 'S3').map((row) => row.setl_id)).toEqual(['S2', 'S3']);
    await commit(store, { kind: 'clearing.drop', record: 'withheld', key: 'S2' });
    expect(store.reader.clearingRecords('withheld', '', '~').map((row) => row.setl_id)).toEqual(['S1', 'S3']);
    expect(store.reader.clearingRecords('quota', '', '~')).toEqual([quota]);
  });

  it.each([
    ['national', 'nationalOfDay'],
    ['insured', 'insuredOfDay'],
  ] as const)('pages through the rows of a day in the %s book, by time and number', async (book, ofDay) => {
    const row = (setl_id: string, setl_time: string, of: Book = book): Write => ({
      kind: 'settlement.add', settlement: settlementRow({ setl_id, setl_time, book: of }),
    }); // prettier-ignore
    const others: readonly Book[] = ['treatment', book === 'national' ? 'insured' : 'national'];
    const { reader } = await storeWith(
      open,
      row('N2', '2026-09-02 09:00:00'),
      row('N1', '2026-09-02 09:00:00'),
      row('N4', '2026-09-02 23:59:59'),
      row('N0', '2026-09-02 10:00:00'),
      row('N9', '2026-09-03 00:00:00'),
      row('N8', '2026-09-01 23:59:59'),
      ...others.map((of) => row('N1', '2026-09-02 09:00:00', of)),
    );
    const page = (after: Parameters<typeof reader.nationalOfDay>[1]) =>
      reader[ofDay]('2026-09-02', after, 2).map((found) => ({ ...found, id: `${found.book} ${found.setl_id}` }));
    const first = page(undefined);
    const second = page(first[1]);
    expect([...first, ...second].map(({ id }) => id)).toEqual(['N1', 'N2', 'N0', 'N4'].map((id) => `${book} ${id}`));
    expect(page(second[1])).toEqual([]);
  });

  it('lists national rows that no hospital has and of which nothing was said', async () => {
    const row = (setl_id: string, setl_time: string, book: 'national' | 'treatment' = 'national'): Write => ({
      kind: 'settlement.add', settlement: settlementRow({ setl_id, setl_time, book }),
    }); // prettier-ignore
    const { reader } = await storeWith(
      open,
      row('N3', '2026-09-02 08:59:59'),
      row('N2', '2026-09-02 08:00:00'),
      row('N1', '2026-09-02 08:00:00'),
      row('N4', '2026-09-02 09:00:00'),
      row('N5', '2026-09-02 08:30:00'),
      row('N5', '2026-09-02 08:30:00', 'treatment'),
      row('N6', '2026-09-02 08:30:00'),
      said({ setl_id: 'N6', confirmed: false }),
    );
    const found = reader.nationalUnfiled('2026-09-02 08:00:00', '2026-09-02 08:59:59');
    expect(found.map(({ setl_id }) => setl_id)).toEqual(['N1', 'N2', 'N3']);
  });

  it('lists national rows that stand and that nobody ever confirmed', async () => {
    const usual = { book: 'national', setl_time: '2026-09-02 08:00:00' } as const;
    const row = (setl_id: string, more: object = {}): Write => ({
      kind: 'settlement.add', settlement: settlementRow({ setl_id, ...usual, ...more }),
    }); // prettier-ignore
    const { reader } = await storeWith(
      open,
      row('N2', { setl_time: '2026-09-02 23:59:59' }),
      row('N1'),
      row('N3'),
      said({ setl_id: 'N3' }),
      row('N4'),
      said({ setl_id: 'N4', confirmed: false }),
      row('N5', { state: 'reversed' }),
      row('N6', { book: 'treatment' }),
      row('N7', { setl_time: '2026-09-03 00:00:00' }),
    );
    const found = reader.nationalUnconfirmed('2026-09-02 00:00:00', '2026-09-02 23:59:59');
    expect(found.map(({ setl_id }) => setl_id)).toEqual(['N1', 'N4', 'N2']);
  });

  it('pages through what was confirmed in a month and stands in the national book, by number', async () => {
    const row = (setl_id: string, book: 'national' | 'treatment' = 'national'): Write => ({
      kind: 'settlement.add', settlement: settlementRow({ setl_id, book }),
    }); // prettier-ignore
    const { reader } = await storeWith(
      open,
      ...['S1', 'S2', 'S3', 'S4'].map((setl_id) => row(setl_id)),
      row('S5', 'treatment'),
      said({ setl_id: 'S3' }),
      said({ setl_id: 'S1' }),
      said({ setl_id: 'S2', confirmed: false }),
      said({ setl_id: 'S4', period: '202608' }),
      said({ setl_id: 'S5' }),
    );
    const ids = (period: string, after: string, limit = 9) =>
      reader.nationalConfirmed(period, after, limit).map((found) => `${found.book} ${found.setl_id}`);
    expect(ids('202609', '')).toEqual(['national S1', 'national S3']);
    expect(ids('202609', '', 1)).toEqual(['national S1']);
    expect(ids('202609', 'S1')).toEqual(['national S3']);
    expect(ids('202607', '')).toEqual([]);
  });
};
