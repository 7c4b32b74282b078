import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/platform/domain/settings.ts';
import type { Output as PersonTold } from '../../src/platform/transactions/hospital/1101-person/wire.gen.ts';
import type { Output as Registered } from '../../src/platform/transactions/hospital/2201-register/wire.gen.ts';
import { tokenFor } from '../support/phone.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';

/** A token 电子凭证令牌 from the scanner to the settlement. */

const WHO = 'xian-worker-hypertension-diabetes';
const ITEM = '003107010210000';
const NOT_CHECKED = '用医保电子凭证结算前，须先用 1101 人员信息获取验证本令牌，再结算';

let world: TestWorld;

afterEach(async () => {
  await world.close();
  expect(world.defects).toEqual([]);
});

const open = async (settings: Partial<Settings> = {}) => {
  world = await openTestWorld({ settings });
};

/** A visit whose window shows that token everywhere, with one batch to settle. */
const visitWith = async (token: string) => {
  const { psn_no } = world.persona(WHO);
  const shown = { mdtrt_cert_type: '01', mdtrt_cert_no: token };
  const call = <Output>(infno: string, input: object, institution?: string) =>
    world.call<Output>(infno, input, {
      insuplc_admdvs: '610100',
      ...(institution !== undefined && { fixmedins_code: institution }),
    });
  const person = (institution?: string) => call<PersonTold>('1101', { data: shown }, institution);
  const register = () => call<Registered>('2201', { data: { psn_no, insutype: '310', ipt_otp_no: 'OP1', ...shown } });
  const registered = await register();
  // A window that is refused goes on all the same: every later message is refused too.
  const mdtrt_id = registered.infcode === 0 ? registered.output.data.mdtrt_id : '';
  await call('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '11' }, diseinfo: [] });
  const line = {
    feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', med_list_codg: ITEM, medins_list_codg: 'HIS1',
    det_item_fee_sumamt: 100, cnt: 1, pric: 100, rx_circ_flag: '0',
  }; // prettier-ignore
  await call('2204', { feedetail: [line] });
  const claim = { psn_no, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: 100, med_type: '11', insutype: '310', ...shown };
  return {
    registered,
    register,
    person,
    trial: () => call('2206', { data: claim }),
    settle: () => call('2207', { data: claim }),
  };
};

describe('a scanned token', () => {
  it('serves 1101 again and again, 2201, 2206, and 2207 after 1101', async () => {
    await open();
    const visit = await visitWith(await tokenFor(world, WHO));
    expect(visit.registered.infcode).toBe(0);
    expect((await visit.trial()).infcode).toBe(0);
    expect((await visit.settle()).err_msg).toContain(NOT_CHECKED);
    for (const answer of [await visit.person(), await visit.person()]) expect(answer.infcode).toBe(0);
    expect((await visit.settle()).infcode).toBe(0);
  });

  it('is refused everywhere from its last moment on, checked or not', async () => {
    await open();
    const visit = await visitWith(await tokenFor(world, WHO));
    await visit.person();
    world.setClock('2026-09-01 10:29:59');
    expect((await visit.trial()).infcode).toBe(0);
    world.setClock('2026-09-01 10:30:00');
    const expired = '该电子凭证令牌已于 2026-09-01 10:30:00 失效，请重新扫码';
    for (const call of [visit.person, visit.register, visit.trial, visit.settle]) {
      expect((await call()).err_msg).toContain(expired);
    }
  });

  it('lives as long as the workspace says', async () => {
    await open({ ecTokenMinutes: 1 });
    const visit = await visitWith(await tokenFor(world, WHO));
    world.setClock('2026-09-01 10:01:00');
    expect((await visit.person()).err_msg).toContain('10:01:00 失效');
  });

  it('is of one institution', async () => {
    await open();
    const visit = await visitWith(await tokenFor(world, WHO));
    expect((await visit.person('H44030099004')).err_msg).toContain('该电子凭证令牌不是本机构扫码取得的');
    expect((await visit.settle()).err_msg).toContain(NOT_CHECKED);
  });

  it('is of one person', async () => {
    await open();
    const other = await tokenFor(world, 'nanjing-worker-no-card');
    const visit = await visitWith(other);
    expect(visit.registered.err_msg).toContain('就诊凭证与就诊人不符');
    expect((await visit.person()).output.baseinfo.certno).toBe(world.persona('nanjing-worker-no-card').certno);
  });

  it('settles right after 1101: the look-up is durable before it is answered', async () => {
    await open();
    const token = await tokenFor(world, WHO);
    const visit = await visitWith(token);
    await visit.person();
    expect(world.world.store.reader.tokenCheck(token, 'H44030099001')).toBeDefined();
    expect((await visit.settle()).infcode).toBe(0);
  });
});

describe('the fixed token of a persona', () => {
  const fixed = () => String(world.persona(WHO).ec_token);

  it('counts like a scanned one: 1101 before 2207, again after the life of a token', async () => {
    await open();
    const visit = await visitWith(fixed());
    expect((await visit.settle()).err_msg).toContain(NOT_CHECKED);
    await visit.person();
    world.setClock('2026-09-01 10:30:00');
    expect((await visit.settle()).err_msg).toContain(NOT_CHECKED);
    await visit.person();
    expect((await visit.settle()).infcode).toBe(0);
  });

  it('needs no 1101 where the workspace does without', async () => {
    await open({ tokens: 'any' });
    expect((await (await visitWith(fixed())).settle()).infcode).toBe(0);
  });

  it('is nothing where only the credential door’s own are taken', async () => {
    await open({ tokens: 'issued' });
    const visit = await visitWith(fixed());
    expect(visit.registered.err_msg).toContain('请使用医保电子凭证二维码：令牌无效或已失效');
    const scanned = await visitWith(await tokenFor(world, WHO));
    await scanned.person();
    expect((await scanned.settle()).infcode).toBe(0);
  });
});
