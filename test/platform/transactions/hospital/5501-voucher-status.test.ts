import { describe, expect, it } from 'vitest';
import { openVoucherDesk } from '../../../support/voucher-desk.ts';

describe('5501 查询电子结算凭证状态', () => {
  it('tells of a normal voucher alone, and to its own hospital', async () => {
    const desk = await openVoucherDesk();
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id);
    expect((await desk.status(made)).err_msg).toContain('未查询到本机构的凭证');
    await desk.send(made);
    expect((await desk.status(made)).err_msg).toContain('正在校验，请先用 4902');
    await desk.wait();
    const answer = await desk.status(made);
    expect(answer.output).toMatchObject({ elecSetlCertType: '1', certSetlType: '1', rhredFlag: '0', reimFlag: '0' });

    const [code, no] = made.vouchers[0]?.name.split('-') ?? [];
    const asked = { fixmedinsCode: 'H44030099001', fixmedinsName: '某院', elecSetlCertNo: no, elecSetlCertType: '1' };
    const wrong = await desk.world.call('5501', { ...asked, elecSetlCertCode: code, elecSetlCertChkcode: 'XXXXXX' });
    expect(wrong.err_msg).toContain('请核对代码、号码、类型和校验码');
    expect((await desk.world.call('5501', asked)).infcode).toBe(0);
    const foreign = await desk.world.call(
      '5501',
      { ...asked, fixmedinsCode: 'H61010099001' },
      { fixmedins_code: 'H61010099001' },
    );
    expect(foreign.err_msg).toContain('未查询到本机构的凭证');
    const posing = await desk.world.call('5501', { ...asked, fixmedinsCode: 'H61010099001' });
    expect(posing.err_msg).toContain('与报文头的 H44030099001 不符');
    await desk.world.close();
  });

  it('shows what other departments do: 申请中, 已报销', async () => {
    const desk = await openVoucherDesk();
    const { setl_id } = await desk.settled();
    const made = desk.make(setl_id, { kind: 'self-pay' });
    await desk.upload(made);
    const [voucher] = desk.world.world.store.reader.vouchers();
    for (const reimFlag of ['2', '1'] as const) {
      if (voucher) await desk.world.add({ kind: 'voucher.put', voucher: { ...voucher, reimFlag } });
      expect((await desk.status(made)).output).toMatchObject({ reimFlag });
    }
    await desk.world.close();
  });
});
