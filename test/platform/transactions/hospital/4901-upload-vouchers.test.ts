import { checkCharacter } from '../../../../src/kernel/identity-number.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVoucherDesk, type VoucherDesk } from '../../../support/voucher-desk.ts';

let desk: VoucherDesk;
beforeEach(async () => {
  desk = await openVoucherDesk();
});
afterEach(async () => {
  expect(desk.world.defects).toEqual([]);
  await desk.world.close();
});

const books = () => desk.world.world.store.reader;

describe('4901 医疗机构上传电子结算凭证', () => {
  it.each(['1', '2'] as const)('takes the voucher of a cross-province settlement, XML in mode %s', async (mode) => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id, { mode });
    const sent = await desk.send(made);
    expect([sent.infcode, sent.output, sent.violations]).toEqual([0, null, []]);
    expect((await desk.result(made)).output).toMatchObject([{ ftfileSavRslt: '0', chkRslt: '0', savFaleRea: null }]);
    await desk.wait();
    expect((await desk.result(made)).output).toMatchObject([{ ftfileSavRslt: '1', chkRslt: '1', savFaleRea: null }]);
    const [voucher] = books().vouchersOfSettlement(setl_id);
    expect(voucher).toMatchObject({ state: 'normal', red: false, reimFlag: '0', rhredFlag: '0' });
  });

  it('takes the voucher of a settlement at home, and of a bill that was paid in cash', async () => {
    const { setl_id } = await desk.settled('xian-resident-hypertension');
    expect(await desk.upload(desk.make(setl_id))).toBe('');
    const selfPaid = desk.make(setl_id, { kind: 'self-pay' });
    expect(await desk.upload(selfPaid)).toBe('');
    expect((await desk.status(selfPaid)).output).toMatchObject({ certSetlType: '2', reimFlag: '0', rhredFlag: '0' });
  });

  it('takes several vouchers at once, and tells of each by itself', async () => {
    const first = await desk.settled();
    const second = await desk.settled();
    const made = desk.make([first.setl_id, second.setl_id], { broken: 'parts' });
    expect((await desk.send(made)).infcode).toBe(0);
    await desk.wait();
    const { output } = await desk.result(made);
    expect(output.map(({ chkRslt }) => chkRslt)).toEqual(['2', '1']);
    expect(output[0]?.savFaleRea).toContain('四项合计');
  });

  it('is idempotent by content: the same batch, and the same voucher in another batch', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    expect(await desk.upload(made)).toBe('');
    const before = books().vouchers();
    const again = await desk.send(made);
    expect([again.infcode, again.warn_msg]).toEqual([0, `批次 ${made.upldBchno} 已接收，内容相同，没有重复办理`]);
    const renumbered = desk.make(setl_id);
    expect(renumbered.upldBchno).not.toBe(made.upldBchno);
    expect(await desk.upload(renumbered)).toBe('');
    expect(books().vouchers()).toEqual(before);
  });

  it('refuses a batch number for another content', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.upload(made);
    const other = JSON.parse(desk.make(setl_id, { kind: 'self-pay' }).input) as object;
    const answer = await desk.send(made, { ...other, upldBchno: made.upldBchno });
    expect(answer.err_msg).toContain('已用于内容不同的上传');
  });

  it('refuses the voucher of a real person, and keeps nothing of it', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    const input = JSON.parse(made.input) as { upldDetlList: object[] };
    const [row] = input.upldDetlList;
    // Well-formed, of a division that exists: put together here, so that no such number stands in a file.
    const first17 = ['110101', '19900307', '257'].join('');
    const certno = first17 + checkCharacter(first17);
    const answer = await desk.send(made, { ...input, upldDetlList: [{ ...row, certno }] });
    expect(answer.err_msg).toContain('可能属于真实人员');
    expect(books().vouchers()).toEqual([]);
  });

  it('takes no voucher of another hospital, and no settlement of one', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    const input = { ...(JSON.parse(made.input) as object), fixmedinsCode: 'H61010099001' };
    const foreign = await desk.world.call('4901', input, { fixmedins_code: 'H61010099001', insuplc_admdvs: '' });
    expect(foreign.infcode).toBe(0);
    await desk.wait();
    const upload = books().voucherUpload('H61010099001', made.upldBchno, 0);
    expect(upload?.faults).toEqual(expect.arrayContaining(['institution-differs', 'settlement-unknown']));
    expect((await desk.result(made)).err_msg).toContain('未查询到本机构业务区间相同的上传批次');
  });

  it('refuses the voucher of a settlement that was refunded or reversed meanwhile', async () => {
    const refunded = await desk.settled();
    const made = desk.make(refunded.setl_id);
    await desk.send(made);
    await refunded.window.refund(refunded.setl_id);
    await desk.wait();
    expect((await desk.result(made)).output[0]?.savFaleRea).toContain('已退费，不能上传正常票');
  });

  it('keeps the file under its hash and a short journal row', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.upload(made);
    const upload = books().voucherUpload('H44030099001', made.upldBchno, 0);
    const layout = made.files.find(({ name }) => name.endsWith('.ofd'));
    expect(upload?.layout).toMatchObject({ format: 'ofd', bytes: layout?.bytes.length });
    const kept = books().voucherFile(upload?.layout?.sha256 ?? '');
    expect(Buffer.from(kept?.base64 ?? '', 'base64').equals(Buffer.from(layout?.bytes ?? []))).toBe(true);
    const row = books()
      .journal(10)
      .find(({ infno }) => infno === '4901');
    expect(row?.input).toMatch(/"ftfileCompac":"sha256:[0-9a-f]{64} \(\d+ characters\)"/);
  });
});

describe('a red voucher 冲红票', () => {
  it('takes its original back after a refund, and is the only one that may', async () => {
    const { setl_id, window } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.upload(made);
    expect((await window.refund(setl_id)).infcode).toBe(0);
    const red = desk.make(setl_id, { kind: 'red' });
    expect(await desk.upload(red)).toBe('');
    expect((await desk.status(made)).output).toMatchObject({ rhredFlag: '1', reimFlag: '0' });
    expect((await desk.status(red)).output).toMatchObject({ rhredFlag: '0' });
    expect(await desk.upload(desk.make(setl_id, { kind: 'red', broken: 'red-twice' }))).toContain('请勿重复冲红');
  });

  it('of a self-paid bill names no settlement', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id, { kind: 'self-pay' });
    await desk.upload(made);
    expect(await desk.upload(desk.make(setl_id, { kind: 'red' }))).toBe('');
    expect((await desk.status(made)).output).toMatchObject({ rhredFlag: '1', certSetlType: '2' });
  });

  it('frees the settlement for another voucher', async () => {
    const { setl_id } = await desk.settled();
    await desk.upload(desk.make(setl_id));
    const other = () => desk.make(setl_id, { broken: 'settlement-has-voucher' });
    expect(await desk.upload(other())).toContain('已有凭证');
    expect(await desk.upload(desk.make(setl_id, { kind: 'red' }))).toBe('');
    const again = JSON.parse(other().input) as { upldDetlList: { elecSetlCertNo: string }[] };
    const [row] = again.upldDetlList;
    // Its number failed before: 4905 is the way.
    const failed = books().vouchersNumbered('H44030099001', row?.elecSetlCertNo ?? '');
    expect(failed).toMatchObject([{ state: 'failed' }]);
  });
});
