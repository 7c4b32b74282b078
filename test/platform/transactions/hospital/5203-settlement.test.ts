import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5203-settlement/wire.gen.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';
const HOME = 'H61010099001';

/** One settled batch of 2000 元 at a hospital of the person's own city, or another one. */
const settled = async (world: TestWorld, institution = HOME) => {
  const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900', institution });
  await window.upload('B1', 2000);
  const paid = await window.settle('B1', 2000, 'MSG-OF-2207');
  const { setl_id } = paid.output.setlinfo;
  const ask = (more: object = {}, envelope?: Readonly<Record<string, unknown>>) => {
    const { psn_no, mdtrt_id } = window;
    return window.call<Output>('5203', { data: { psn_no, mdtrt_id, setl_id, ...more } }, envelope);
  };
  return { window, setl_id, paid: paid.output, ask };
};

/** A hospital of 宝鸡市: of the same province as 西安市. */
const openInSameProvince = async (): Promise<TestWorld> => {
  const world = await openTestWorld();
  const model = world.world.store.reader.institution(HOME);
  if (model) {
    const institution = { ...model, fixmedins_code: 'H61030099001', admdvs: '610300' };
    await world.add({ kind: 'institution.put', institution });
  }
  return world;
};

describe('5203 结算信息查询', () => {
  it('answers what 2207 answered, personal and cash share under their other names', async () => {
    const { paid, ask } = await settled(await openTestWorld());
    const { output } = await ask();
    const { psn_part_amt, psn_cash_pay, hifdm_pay: _, hosp_part_amt: __, exp_content: ___, ...same } = paid.setlinfo;
    expect(output.setlinfo).toMatchObject({ ...same, psn_pay: psn_part_amt, cash_payamt: psn_cash_pay });
    expect(output.setlinfo.psn_pay).toBeGreaterThan(0);
    expect(output.setlinfo).not.toHaveProperty('psn_part_amt');
    expect(output.setldetail).toEqual(paid.setldetail);
  });

  it('adds hospital, place of payment, dates and the flag of a refund', async () => {
    const { ask } = await settled(await openTestWorld());
    expect((await ask()).output.setlinfo).toMatchObject({
      medins_setl_id: 'MSG-OF-2207',
      fixmedins_code: HOME,
      fixmedins_name: '西安市沙箱人民医院',
      hosp_lv: '2',
      lmtpric_hosp_lv: '3',
      fixmedins_poolarea: '610100',
      insu_optins: '610100',
      pay_loc: '2',
      begndate: '2026-09-01',
      enddate: '2026-09-01',
      year: '2026',
      dise_codg: 'M03900',
      refd_setl_flag: '0',
      pref_fund_pay: 0,
    });
  });

  it('answers 省内异地 as well', async () => {
    const { ask } = await settled(await openInSameProvince(), 'H61030099001');
    expect((await ask()).output.setlinfo).toMatchObject({ pay_loc: '3', fixmedins_poolarea: '610300' });
  });

  it('is refused for a person of another province: the outputs of 2204 and 2207 are all there is', async () => {
    const { ask } = await settled(await openTestWorld(), 'H44030099001');
    const text = '[就医地 深圳市] 跨省异地结算事后不能查询，请保存 2204 和 2207 的出参用于打印';
    expect((await ask()).err_msg).toBe(text);
  });

  it('finds a refund by its own number, and flags both rows', async () => {
    const { window, setl_id, ask } = await settled(await openTestWorld());
    const refund = (await window.refund(setl_id)).output.setlinfo;
    const mirrored = (await ask({ setl_id: refund.setl_id })).output.setlinfo;
    expect(mirrored).toMatchObject({ medfee_sumamt: -2000, refd_setl_flag: '1', psn_pay: refund.psn_part_amt });
    expect((await ask()).output.setlinfo).toMatchObject({ medfee_sumamt: 2000, refd_setl_flag: '1' });
  });

  it('knows nothing of a reversed settlement, of another visit, person or hospital', async () => {
    const world = await openTestWorld();
    const { window, ask } = await settled(world);
    const unknown = '[就医地 西安市] 未查询到该笔结算，请核对结算ID setl_id、就诊ID mdtrt_id 和人员编号 psn_no';
    expect((await ask({ mdtrt_id: 'another' })).err_msg).toBe(unknown);
    expect((await ask({ psn_no: world.persona('xian-retiree-coronary').psn_no })).err_msg).toBe(unknown);
    const elsewhere = await ask({}, { fixmedins_code: 'H44030099001' });
    expect(elsewhere.err_msg).toBe(unknown.replace('西安市', '深圳市'));
    await window.reverse('MSG-OF-2207', '2207');
    expect((await ask()).err_msg).toBe(unknown);
  });

  it('does without the visit number, and wants the right insured place', async () => {
    const { window, setl_id, ask } = await settled(await openTestWorld());
    const { psn_no } = window;
    expect((await window.call('5203', { data: { psn_no, setl_id } })).infcode).toBe(0);
    expect((await ask({}, { insuplc_admdvs: '' })).infcode).toBe(0);
    expect((await ask({}, { insuplc_admdvs: '320100' })).err_msg).toContain('应填 610100（西安市）');
  });
});
