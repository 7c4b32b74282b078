import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/2001-benefit-check/wire.gen.ts';
import type { Output as Registered } from '../../../../src/platform/transactions/hospital/2201-register/wire.gen.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../../../support/world.ts';

type Claim = {
  readonly persona: string;
  readonly med_type?: string;
  readonly dise_codg?: string;
  readonly at?: string;
};

/** 2001 for the persona's first insurance, at its insured place. */
const check = (
  world: TestWorld,
  claim: Claim,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer<Output>> => {
  const person = world.persona(claim.persona);
  const [insurance] = person.insurances;
  const { med_type = '14', dise_codg, at = HOSPITAL } = claim;
  const data = {
    psn_no: person.psn_no,
    insutype: insurance?.insutype,
    fixmedins_code: at,
    med_type,
    dise_codg,
    ...more,
  };
  return world.call('2001', { data }, { fixmedins_code: at, insuplc_admdvs: insurance?.insuplc_admdvs });
};

/** What the window meets that goes all the way to 2206: the first refusal, or null. */
const refusalOfSettlement = async (world: TestWorld, { persona, med_type = '14', dise_codg, at = HOSPITAL }: Claim) => {
  const person = world.persona(persona);
  const [insurance] = person.insurances;
  const envelope = { fixmedins_code: at, insuplc_admdvs: insurance?.insuplc_admdvs };
  const { psn_no } = person;
  const credential = { mdtrt_cert_type: '99', mdtrt_cert_no: person.certno };
  const visitor = { psn_no, insutype: insurance?.insutype };
  const registered = await world.call<Registered>(
    '2201',
    { data: { ...visitor, ipt_otp_no: '1', ...credential } },
    envelope,
  );
  if (registered.infcode !== 0) return registered.err_msg;
  const { mdtrt_id } = registered.output.data;
  await world.call('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type, dise_codg } }, envelope);
  const line = { feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B', dise_codg, med_list_codg: 'X', cnt: 1, pric: 9 };
  await world.call('2204', { feedetail: [{ ...line, det_item_fee_sumamt: 9 }] }, envelope);
  const claim = { ...visitor, mdtrt_id, chrg_bchno: 'B', med_type, medfee_sumamt: 9, ...credential };
  return (await world.call('2206', { data: claim }, envelope)).err_msg;
};

describe('2001 人员待遇享受检查', () => {
  it('says yes with the fund that would pay and the days for which it holds', async () => {
    const world = await openTestWorld();
    const answer = await check(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    const { psn_no } = world.persona('xian-worker-hypertension-diabetes');
    expect(answer.output.trtinfo).toEqual([
      {
        psn_no,
        trt_chk_type: '01',
        fund_pay_type: '310100',
        trt_enjymnt_flag: '1',
        begndate: '2024-09-01',
        enddate: null,
        trt_chk_rslt: '可享受门诊慢特病待遇',
        exp_content: null,
      },
    ]);
  });

  it('names the fund of residents, and ends where filing or qualification ends', async () => {
    const world = await openTestWorld();
    const resident = await check(world, { persona: 'xian-resident-hypertension', dise_codg: 'M03900' });
    expect(resident.output.trtinfo[0]).toMatchObject({ fund_pay_type: '390100', trt_enjymnt_flag: '1' });
    const { filings, qualifications } = world.world.store.reader;
    const away = world.persona('nanjing-worker-temporary').psn_no;
    const [filing] = filings(away);
    const [qualification] = qualifications(away);
    const temporary = await check(world, { persona: 'nanjing-worker-temporary', dise_codg: 'M04600' });
    expect(temporary.output.trtinfo[0]).toMatchObject({ trt_enjymnt_flag: '1', enddate: filing?.enddate });
    expect(qualification?.enddate).toBeUndefined();
  });

  it.each([
    ['xian-worker-no-filing', 'M06900', '[参保地 西安市] 未查询到有效备案，请先办理异地就医备案'],
    ['xian-worker-filing-expired', 'M00200', '[参保地 西安市] 异地就医备案已于 2026-08-02 到期，请重新备案'],
    ['xian-worker-no-qualification', 'M03900', '[参保地 西安市] 无该病种待遇，请按普通门诊结算'],
    ['xian-worker-qualification-expired', 'M03900', '[参保地 西安市] 该病种待遇已于 2026-08-17 到期，请按普通门诊结算'],
    ['xian-worker-suspended', 'M01600', '[参保地 西安市] 该参保人已暂停参保，不能享受待遇，请联系参保地'],
  ])('says no to %s in the words of the settlement', async (persona, dise_codg, text) => {
    const world = await openTestWorld();
    const answer = await check(world, { persona, dise_codg });
    expect(answer.infcode).toBe(0);
    expect(answer.output.trtinfo).toMatchObject([
      { trt_enjymnt_flag: '0', begndate: '2026-09-01', trt_chk_rslt: text },
    ]);
  });

  it('says what the national platform stops: a disease outside the list, or not opened at this hospital', async () => {
    const world = await openTestWorld();
    const { qualifications } = world.world.store.reader;
    const persona = 'xian-worker-out-of-scope';
    const [recognised] = qualifications(world.persona(persona).psn_no);
    const outside = await check(world, { persona, dise_codg: recognised?.opsp_dise_code ?? '' });
    expect(outside.output.trtinfo[0]?.trt_chk_rslt).toMatch(/^\[国家平台\] 病种 M\d{5} 不在跨省直接结算范围，请核对/);
    const closed = { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900', at: 'H44030099004' };
    const text = '[国家平台] 就诊机构未开通病种 M03900 的跨省直接结算，';
    expect((await check(world, closed)).output.trtinfo[0]?.trt_chk_rslt).toContain(text);
  });

  it('says of every persona, far away and at home, what a settlement would say', async () => {
    const world = await openTestWorld();
    const { personas, qualifications } = world.world.store.reader;
    const expected: (string | null)[] = [];
    const answered: (string | null | undefined)[] = [];
    for (const { psn_no, persona } of personas()) {
      const dise_codg = qualifications(psn_no)[0]?.opsp_dise_code ?? 'M03900';
      for (const at of [HOSPITAL, 'H61010099001']) {
        const claim = { persona: persona?.id ?? '', dise_codg, at };
        expected.push(await refusalOfSettlement(world, claim));
        const [row] = (await check(world, claim)).output.trtinfo;
        answered.push(row?.trt_enjymnt_flag === '1' ? null : row?.trt_chk_rslt);
      }
    }
    expect(answered).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(10);
    expect(expected).toContain(null);
  });

  it('asks about the day of the visit, not about today', async () => {
    const world = await openTestWorld();
    const claim = { persona: 'xian-worker-filing-expired', dise_codg: 'M00200' };
    const earlier = await check(world, claim, { begntime: '2026-08-02 23:00:00' });
    expect(earlier.output.trtinfo[0]?.trt_enjymnt_flag).toBe('1');
  });

  it('refuses what is wrong with the message itself', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('xian-worker-hypertension-diabetes');
    const data = { psn_no, insutype: '310', med_type: '11', fixmedins_code: HOSPITAL };
    const local = await world.call('2001', { data });
    expect(local.err_msg).toBe(
      '[就医地 深圳市] 报文参保地 insuplc_admdvs（空，表示本地业务）与就诊人参保地不符，应填 610100（西安市）',
    );
    const other = await world.call('2001', { data: { ...data, fixmedins_code: 'H44030099002' } });
    expect(other.err_msg).toBe(
      '[就医地 深圳市] 机构编号 fixmedins_code（H44030099002）与报文头的 H44030099001 不符，请核对',
    );
    const nobody = await world.call('2001', { data: { ...data, psn_no: 'P0' } });
    expect(nobody.err_msg).toContain('该参保人的基本信息为空');
  });
});
