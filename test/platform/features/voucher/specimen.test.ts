import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { readQr } from '../../../../src/platform/domain/voucher/qr.ts';
import { verifyQr } from '../../../../src/platform/features/voucher/verify-qr.ts';
import { readOfdFile } from '../../../support/ofd-reader.ts';
import { openVoucherDesk, type VoucherDesk } from '../../../support/voucher-desk.ts';

let desk: VoucherDesk;
beforeEach(async () => {
  desk = await openVoucherDesk();
});
afterEach(() => desk.world.close());

const books = () => desk.world.world.store.reader;
const layoutIn = (files: readonly { name: string; bytes: Uint8Array }[]) =>
  files.find(({ name }) => name.endsWith('.ofd'))?.bytes ?? new Uint8Array();

describe('the specimen OFD', () => {
  it.each(['settled', 'self-pay'] as const)('is read by another reader and shows the amounts: %s', async (kind) => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id, { kind });
    const ofd = await readOfdFile(layoutIn(made.files));
    expect(ofd.faults).toEqual([]);
    const [page] = ofd.pages;
    const texts = page?.texts.map(({ text }) => text) ?? [];
    const { shares } = books().settlement('treatment', setl_id) ?? {};
    const yuan = (fen: number | undefined) => ((fen ?? 0) / 100).toFixed(2);
    const paid = kind === 'settled' ? shares?.psn_cash_pay : shares?.medfee_sumamt;
    expect(texts).toContain(`医疗总费用：${yuan(shares?.medfee_sumamt)} 元`);
    expect(texts).toContain(`医保统筹基金支付：${yuan(kind === 'settled' ? shares?.hifp_pay : 0)} 元`);
    expect(texts).toContain(`个人现金支付：${yuan(paid)} 元`);
    expect(texts.some((text) => text.includes(made.vouchers[0]?.name.split('-')[1] ?? ''))).toBe(true);
    // The mark is the largest text of the page, and the title says it as well.
    const largest = page?.texts.reduce((most, one) => (one.size > most.size ? one : most));
    expect(largest?.text).toBe('样张');
    expect(texts.join()).toContain('沙箱样张，不是财政票据');
    const [, , width = 0, height = 0] = page?.box ?? [];
    const outside = page?.texts.filter(({ boundary: [x = 0, y = 0, w = 0, h = 0] }) => x + w > width || y + h > height);
    expect(outside).toEqual([]);
  });

  it('carries the XML in mode 1 and not in mode 2', async () => {
    const { setl_id } = await desk.settled();
    const inside = await readOfdFile(layoutIn(desk.make(setl_id, { mode: '1' }).files));
    expect(inside.attachments.get('einvoice.xml')).toContain('<billInfo>');
    const beside = desk.make(setl_id, { mode: '2' });
    expect((await readOfdFile(layoutIn(beside.files))).attachments.size).toBe(0);
    expect(beside.files.map(({ name }) => name.replace(/^[\d-]+/, ''))).toEqual([
      '.ofd', 'extinfo.xml', '.zip', 'qr.svg',
    ]); // prettier-ignore
  });

  it('draws the QR code module by module', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    const ofd = await readOfdFile(layoutIn(made.files));
    const dark = encode(made.vouchers[0]?.qr ?? '', { ecc: 'M' })
      .data.flat()
      .filter(Boolean).length;
    expect(ofd.pages[0]?.fills[0]?.match(/M /g)).toHaveLength(dark);
  });

  it('is the same every time', async () => {
    const { setl_id } = await desk.settled();
    const [one, other] = [desk.make(setl_id), desk.make(setl_id)];
    expect(one.input).toBe(other.input);
  });
});

describe('the QR code', () => {
  it('is verified against what was uploaded', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    const qr = made.vouchers[0]?.qr ?? '';
    expect(verifyQr(books(), qr).verdict).toBe('unknown');
    await desk.upload(made);
    expect(verifyQr(books(), qr)).toMatchObject({ verdict: 'right', text: expect.stringContaining('一致') as string });
    expect(verifyQr(books(), qr.replace('600.00', '601.00')).verdict).toBe('unreadable');
    expect(verifyQr(books(), 'https://example.com').verdict).toBe('unreadable');
    expect(readQr(qr)?.total).toBe(60_000);
    // A whole code of a voucher that was uploaded with another amount.
    const [voucher] = books().vouchers();
    const relation = voucher && { ...voucher.relation, medfeeSumamt: (voucher.relation.medfeeSumamt + 1) as never };
    if (voucher && relation) await desk.world.add({ kind: 'voucher.put', voucher: { ...voucher, relation } });
    expect(verifyQr(books(), qr)).toMatchObject({ verdict: 'differs' });
  });
});
