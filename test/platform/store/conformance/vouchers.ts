import { expect, it } from 'vitest';
import { voucherBatchRow, voucherOnboardingRow, voucherRow, voucherUploadRow } from '../rows.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const [first, second] = ['2026090100001', '2026090100002'] as const;
const { fixmedins_code } = voucherRow();

export const keepsVouchers = (open: OpenStore): void => {
  it('finds a voucher by its whole number, by number alone, and by the settlement that it names', async () => {
    const plain = voucherRow({ code: '', relation: { ...voucherRow().relation, setlId: 'S2' } });
    const other = voucherRow({ fixmedins_code: 'H44030099002' });
    const store = await storeWith(
      open,
      ...[other, voucherRow(), plain].map((voucher) => ({ kind: 'voucher.put', voucher }) as const),
    );
    const { reader } = store;
    expect(reader.voucher({ fixmedins_code, no: '0000000001', code: '44060126' })).toEqual(voucherRow());
    expect(reader.voucher({ fixmedins_code, no: '0000000001', code: 'X' })).toBeUndefined();
    expect(reader.vouchersNumbered(fixmedins_code, '0000000001')).toEqual([plain, voucherRow()]);
    expect(reader.vouchersOfSettlement('S1')).toEqual([voucherRow(), other]);
    expect(reader.vouchersOfSettlement('S3')).toEqual([]);
    expect(reader.vouchers()).toEqual([plain, voucherRow(), other]);

    const used = voucherRow({ reimFlag: '1', relation: plain.relation });
    await commit(store, { kind: 'voucher.put', voucher: used });
    expect(reader.vouchersOfSettlement('S2')).toEqual([plain, used]);
  });

  it('keeps batches, and their vouchers by row', async () => {
    const rows = [10, 2, 0].map((row) => voucherUploadRow({ row }));
    const store = await storeWith(
      open,
      { kind: 'voucher-batch.put', batch: voucherBatchRow() },
      ...rows.map((upload) => ({ kind: 'voucher-upload.put', upload }) as const),
      { kind: 'voucher-upload.put', upload: voucherUploadRow({ upldBchno: second }) },
    );
    const { reader } = store;
    expect(reader.voucherBatch(fixmedins_code, first)).toEqual(voucherBatchRow());
    expect(reader.voucherBatch(fixmedins_code, second)).toBeUndefined();
    expect(reader.voucherUploads(fixmedins_code, first).map(({ row }) => row)).toEqual([0, 2, 10]);
    const checked = voucherUploadRow({ row: 2, chkRslt: '1' });
    await commit(store, { kind: 'voucher-upload.put', upload: checked });
    expect(reader.voucherUpload(fixmedins_code, first, 2)).toEqual(checked);
    expect(reader.voucherUpload(fixmedins_code, first, 1)).toBeUndefined();
  });

  it('keeps bytes under their hash', async () => {
    const file = { sha256: 'ab', base64: Buffer.from([0, 255, 13, 10]).toString('base64') };
    const store = await storeWith(open, { kind: 'voucher-file.put', file }, { kind: 'voucher-file.put', file });
    expect(store.reader.voucherFile('ab')).toEqual(file);
    expect(store.reader.voucherFile('cd')).toBeUndefined();
  });

  it('keeps how far an institution has come at the centre, by institution', async () => {
    const one = voucherOnboardingRow();
    const other = voucherOnboardingRow({ fixmedins_code: 'H61010099001' });
    const store = await storeWith(
      open,
      ...[other, one].map((onboarding) => ({ kind: 'voucher-onboarding.put', onboarding }) as const),
    );
    const { reader } = store;
    expect(reader.voucherOnboardings()).toEqual([one, other]);
    const live = voucherOnboardingRow({ stage: 'live' });
    await commit(store, { kind: 'voucher-onboarding.put', onboarding: live });
    expect(reader.voucherOnboarding(fixmedins_code)).toEqual(live);
    expect(reader.voucherOnboarding('H1')).toBeUndefined();
  });
};
