import { describe, expect, it } from 'vitest';
import { HOME_HOSPITAL, numberIn, openHomeWindow } from '../../../support/home-window.ts';
import { openWindow } from '../../../support/window.ts';
import { HOSPITAL, openTestWorld, type Answer } from '../../../support/world.ts';

const PERSONA = 'xian-worker-no-filing';
const SETTLED_HERE = { persona: PERSONA, dise_codg: 'M06900' };

describe('2501 转院备案', () => {
  it('files the person for half a year, and the place of the other hospital settles', async () => {
    const world = await openTestWorld();
    const before = await openWindow(world, SETTLED_HERE);
    await before.upload('B1', 100);
    expect((await before.settle('B1', 100)).err_msg).toContain('未查询到有效备案');

    const answer = await openHomeWindow(world, PERSONA).refer();
    expect(answer).toMatchObject({ infcode: 0, warn_msg: null });
    expect(numberIn(answer)).toBe('61010026090110000001');
    expect(world.world.store.reader.filings(before.psn_no)).toEqual([
      {
        trt_dcla_detl_sn: '61010026090110000001',
        psn_no: before.psn_no,
        kind: 'referral',
        mdtrtarea_admdvs: '440300',
        begndate: '2026-09-01',
        enddate: '2027-03-01',
      },
    ]);
    expect((await before.settle('B1', 100)).infcode).toBe(0);
    await world.close();
  });

  it('waits for the clerk where the workspace wants that', async () => {
    const world = await openTestWorld({ settings: { applications: 'reviewed' } });
    const home = openHomeWindow(world, PERSONA);
    const answer = await home.refer();
    expect(answer.warn_msg).toBe('已提交参保地，流水号 61010026090110000001，审核通过后生效');
    expect(world.world.store.reader.filings(home.psn_no)).toEqual([]);
    expect((await home.refer()).err_msg).toContain('相同的申请 61010026090110000001 正在办理');
    await world.close();
  });

  it('answers a repetition with the same number and files once', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const { psn_no } = home;
    const input = {
      refmedin: {
        psn_no, reflin_medins_no: HOSPITAL, reflin_medins_name: '医院', mdtrtarea_admdvs: '440300', refl_type: '3',
        refl_date: '2026-09-01', refl_rea: '缺设备',
      },
    }; // prettier-ignore
    const send = () => home.send('2501', input, { msgid: 'SAME' });
    const first = await send();
    expect((await send()).bytes).toBe(first.bytes);
    expect(world.world.store.reader.applicationsOf(psn_no)).toHaveLength(1);
    await world.close();
  });

  it.each<[object, string]>([
    [{ hosp_agre_refl_flag: '0' }, '[参保地 西安市] 医院同意转院标志 hosp_agre_refl_flag 为 0'],
    [{ refl_type: '2' }, '转院类型 refl_type（2）与就医地 mdtrtarea_admdvs 不符，应填 3 转往省外异地'],
    [{ mdtrtarea_admdvs: '990000' }, '就医地区划 mdtrtarea_admdvs（990000）不存在'],
    [{ reflin_medins_no: 'H44030099999' }, '机构 reflin_medins_no（H44030099999）不存在，请用 1201'],
    [
      { mdtrtarea_admdvs: '510100' },
      '机构 reflin_medins_no（H44030099001）在深圳市（440300），不在就医地 mdtrtarea_admdvs（510100）内',
    ],
    [{ begndate: '2026-09-10', enddate: '2026-09-09' }, '结束日期 enddate（2026-09-09）早于开始日期'],
    [{ begndate: '2028-09-01' }, '开始日期 begndate（2028-09-01）过晚，最晚 2027-09-01'],
    [{ insu_optins: '440300' }, '参保机构医保区划 insu_optins（440300）与就诊人参保地不符，应为西安市（610100）'],
    [{ insutype: '390' }, '该参保人没有险种 390 的参保信息'],
    [{ psn_no: '1' }, '[就医地 西安市] 该参保人的基本信息为空'],
    [{ refl_rea: null }, 'refl_rea（转院原因）'],
  ])('refuses %j and keeps nothing', async (more, said) => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const answer: Answer = await home.refer(more);
    expect(answer).toMatchObject({ infcode: -1 });
    expect(answer.err_msg).toContain(said);
    expect(world.world.store.reader.applicationsOf(home.psn_no)).toEqual([]);
    await world.close();
  });

  it('takes a transfer within the city, which settles nothing elsewhere', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const local = { mdtrtarea_admdvs: '610102', refl_type: '1', reflin_medins_no: HOME_HOSPITAL };
    expect((await home.refer(local)).infcode).toBe(0);
    const away = await openWindow(world, SETTLED_HERE);
    await away.upload('B1', 100);
    expect((await away.settle('B1', 100)).err_msg).toContain('备案就医地（西安市）与本次就医地不符');
    await world.close();
  });

  it('refuses a second filing for the same place and time', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer());
    expect((await home.refer({ refl_date: '2026-10-01' })).err_msg).toContain(`已有相同的备案 ${no}`);
    expect((await home.refer({ begndate: '2027-03-02' })).infcode).toBe(0);
    await world.close();
  });

  it('is no business of a hospital in another province: the person applies at home', async () => {
    const world = await openTestWorld();
    const away = openHomeWindow(world, PERSONA, HOSPITAL);
    for (const send of [away.refer, away.apply, away.choose]) {
      const { err_msg } = await send();
      expect(err_msg).toMatch(
        /^\[就医地 深圳市\] .+只由参保地所在省的定点医药机构申报，该人员参保地为西安市（610100）/,
      );
    }
    await world.close();
  });
});
