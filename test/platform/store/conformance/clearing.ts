import { expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { Confirmation } from '../../../../src/platform/domain/confirmation.ts';
import type { HospitalFile } from '../../../../src/platform/domain/hospital-file.ts';
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
};
