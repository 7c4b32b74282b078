import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marked } from '../../../../src/platform/domain/voucher/marks.ts';
import { openVoucherDesk, type VoucherDesk } from '../../../support/voucher-desk.ts';

let desk: VoucherDesk;
beforeEach(async () => {
  desk = await openVoucherDesk();
});
afterEach(async () => {
  expect(desk.world.defects).toEqual([]);
  await desk.world.close();
});

const voucherOf = (setl_id: string) => desk.world.world.store.reader.vouchersOfSettlement(setl_id)[0];

type Sent = { reUploadDetlDTOList: Record<string, unknown>[]; ftfileCompac?: string };
const inputOf = (text: string) => JSON.parse(text) as Sent;
const withRow = (text: string, changes: object): Sent => {
  const input = inputOf(text);
  return { ...input, reUploadDetlDTOList: input.reUploadDetlDTOList.map((row) => ({ ...row, ...changes })) };
};

describe('4905 重传电子结算凭证', () => {
  it('makes a new version of a normal voucher', async () => {
    const { setl_id } = await desk.settled();
    await desk.upload(desk.make(setl_id));
    const again = desk.make(setl_id, { again: true });
    expect(again.infno).toBe('4905');
    expect(await desk.upload(again)).toBe('');
    expect(voucherOf(setl_id)?.versions.map(({ way, state }) => [way, state])).toEqual([
      ['4901', 'normal'],
      ['4905', 'normal'],
    ]);
  });

  it('mends a voucher that failed', async () => {
    const { setl_id } = await desk.settled();
    const failed = desk.make(setl_id, { broken: 'parts' });
    expect(await desk.upload(failed)).toContain('四项合计');
    expect((await desk.status(failed)).err_msg).toContain('校验失败，请用 4905 重传；原因：医疗总费用');
    expect(await desk.upload(desk.make(setl_id, { again: true }))).toBe('');
    expect((await desk.status(failed)).infcode).toBe(0);
  });

  it('leaves the version before in force when the new one fails', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.upload(made);
    expect(await desk.upload(desk.make(setl_id, { again: true, broken: 'lines' }))).toContain('费用明细合计');
    expect((await desk.status(made)).output).toMatchObject({ rhredFlag: '0' });
    expect(voucherOf(setl_id)).toMatchObject({ state: 'normal', versions: [{ state: 'normal' }, { state: 'failed' }] });
  });

  it('takes the files that came before where it brings none', async () => {
    const { setl_id } = await desk.settled();
    await desk.upload(desk.make(setl_id, { broken: 'check-code' }));
    const again = desk.make(setl_id, { again: true });
    const { ftfileCompac: _none, ...input } = inputOf(again.input);
    expect((await desk.send(again, input)).infcode).toBe(0);
    expect((await desk.send(again, input)).warn_msg).toContain('没有重复办理');
    await desk.wait();
    expect((await desk.result(again)).output[0]?.savFaleRea).toBeNull();
  });

  it('is refused for what is unknown, being checked, reimbursed or reversed', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.send(made);
    const again = desk.make(setl_id, { again: true });
    expect((await desk.send(again)).err_msg).toContain('正在校验');
    await desk.wait();
    const unknown = withRow(again.input, { initElecSetlCertNo: '1', elecSetlCertNo: '1' });
    expect((await desk.send(again, unknown)).err_msg).toContain('不属于本批任何凭证');
    const { ftfileCompac: _none, ...bare } = unknown;
    expect((await desk.send(again, bare)).err_msg).toContain('未查询到本机构的凭证');
    const other = withRow(again.input, { initUpldWay: '2' });
    expect((await desk.send(again, other)).err_msg).toContain('沙箱没有，不能重传');

    const voucher = voucherOf(setl_id);
    const applied = voucher && marked(voucher, 'applying');
    const used = typeof applied === 'object' ? marked(applied, 'reimbursed') : applied;
    if (typeof used !== 'object') throw new Error(used);
    await desk.world.add({ kind: 'voucher.put', voucher: used });
    expect((await desk.send(again)).err_msg).toContain('已报销，不能重传');
    await desk.world.add({ kind: 'voucher.put', voucher: { ...used, reimFlag: '0', rhredFlag: '1' } });
    expect((await desk.send(again)).err_msg).toContain('已冲红，不能重传');
  });

  it('fails when the voucher was reimbursed while it was being checked', async () => {
    const { setl_id } = await desk.settled();
    await desk.upload(desk.make(setl_id));
    const again = desk.make(setl_id, { again: true });
    expect((await desk.send(again)).infcode).toBe(0);
    const voucher = voucherOf(setl_id);
    if (voucher) await desk.world.add({ kind: 'voucher.put', voucher: { ...voucher, reimFlag: '1' } });
    await desk.wait();
    expect((await desk.result(again)).output[0]?.savFaleRea).toContain('已报销，不能重传');
    expect(voucherOf(setl_id)).toMatchObject({ state: 'normal', reimFlag: '1' });
  });

  it('corrects a number, and the old one is no more', async () => {
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    await desk.upload(made);
    const [first] = made.vouchers;
    const [code = '', no = ''] = first?.name.split('-') ?? [];
    // Made under another number, sent as a correction of the first.
    const other = desk.make(setl_id, { broken: 'settlement-has-voucher' });
    const { upldDetlList, ...rest } = JSON.parse(other.input) as { upldDetlList: object[] };
    const again = {
      initElecSetlCertCode: code, initElecSetlCertNo: no, initUpldWay: '1', rea: '号码有误', certCodeNoErrFlag: '1',
    }; // prettier-ignore
    const input = { ...rest, reUploadDetlDTOList: upldDetlList.map((row) => ({ ...row, ...again })) };
    const unmarked = withRow(JSON.stringify(input), { certCodeNoErrFlag: '0' });
    expect((await desk.send({ ...other, infno: '4905' }, unmarked)).err_msg).toContain('certCodeNoErrFlag 应为 1');
    expect((await desk.send({ ...other, infno: '4905' }, input)).infcode).toBe(0);
    await desk.wait();
    expect((await desk.result(other)).output[0]?.savFaleRea).toBeNull();
    expect((await desk.status(made)).err_msg).toContain(`已更正为 ${other.vouchers[0]?.name}`);
    expect((await desk.status(other)).infcode).toBe(0);
  });

  it('does not turn a voucher into a red one', async () => {
    const { setl_id } = await desk.settled();
    await desk.upload(desk.make(setl_id));
    await desk.upload(desk.make(setl_id, { kind: 'red' }));
    const again = desk.make(setl_id, { kind: 'red', again: true });
    expect(await desk.upload(again)).toBe('');
    const turned = desk.make(setl_id, { kind: 'red', again: true, broken: 'red-original-unknown' });
    expect(await desk.upload(turned)).toContain('不能改冲另一张原凭证');
  });
});
