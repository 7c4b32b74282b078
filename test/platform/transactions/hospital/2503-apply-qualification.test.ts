import { describe, expect, it } from 'vitest';
import { numberIn, openHomeWindow } from '../../../support/home-window.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld, type Answer, type TestWorld } from '../../../support/world.ts';

/** Filed in the whole of 广东, 强直性脊柱炎. */
const PERSONA = 'xian-worker-filed-province';

const settleCopd = async (world: TestWorld): Promise<Answer> => {
  const away = await openWindow(world, { persona: PERSONA, dise_codg: 'M05300' });
  await away.upload('B1', 100);
  return away.settle('B1', 100);
};

describe('2503 人员慢特病备案', () => {
  it('gives the disease at once: 5301 lists it, it settles, and the nation is told', async () => {
    const world = await openTestWorld();
    expect((await settleCopd(world)).err_msg).toContain('无该病种待遇，请按普通门诊结算');
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.apply());
    expect(no).toBe('61010026090120000001');
    expect((await settleCopd(world)).infcode).toBe(0);
    const listed = await home.send('5301', { data: { psn_no: home.psn_no } });
    expect(JSON.stringify(listed.output)).toContain('M05300');
    expect(world.world.store.reader.upload('qualification', `610100 ${no}`)?.row).toMatchObject({
      opsp_dise_code: 'M05300',
      vali_flag: '1',
    });
    await world.close();
  });

  it('waits for the clerk where the workspace wants that', async () => {
    const world = await openTestWorld({ settings: { applications: 'reviewed' } });
    const answer = await openHomeWindow(world, PERSONA).apply();
    expect(answer.warn_msg).toContain('审核通过后生效');
    expect((await settleCopd(world)).err_msg).toContain('无该病种待遇');
    await world.close();
  });

  it.each<[object, string]>([
    [{ opsp_dise_code: 'COPD' }, '病种代码 opsp_dise_code（COPD）格式不对，应为 M 加五位数字'],
    [{ hosp_ide_date: '2026-09-02' }, '医院鉴定日期 hosp_ide_date（2026-09-02）晚于今天 2026-09-01'],
    [{ enddate: '2026-08-01' }, '结束日期 enddate（2026-08-01）早于开始日期'],
    [{ begndate: '2027-09-02' }, '开始日期 begndate（2027-09-02）过晚'],
    [{ opsp_dise_code: 'M07200' }, '病种 M07200 在这段时间已有认定资格'],
    [{ insu_optins: '440300' }, '应为西安市（610100）的区划'],
    [{ insutype: '390' }, '该参保人没有险种 390 的参保信息'],
    [{ begndate: null }, 'begndate（开始日期）'],
  ])('refuses %j and keeps nothing', async (more, said) => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    expect((await home.apply(more)).err_msg).toContain(said);
    expect(world.world.store.reader.applicationsOf(home.psn_no)).toEqual([]);
    await world.close();
  });

  it('refuses the same disease twice, also while it waits', async () => {
    for (const applications of ['approved', 'reviewed'] as const) {
      const world = await openTestWorld({ settings: { applications } });
      const home = openHomeWindow(world, PERSONA);
      const no = numberIn(await home.apply());
      expect((await home.apply()).err_msg).toContain(no);
      await world.close();
    }
  });
});

describe('2504 人员慢特病备案撤销', () => {
  it('ends the qualification, and tells the nation', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.apply());
    expect((await home.withdraw('2504', no)).infcode).toBe(0);
    expect((await settleCopd(world)).err_msg).toBe('[参保地 西安市] 该病种待遇已于 2026-09-01 撤销，请按普通门诊结算');
    expect(world.world.store.reader.upload('qualification', `610100 ${no}`)?.row).toMatchObject({ vali_flag: '0' });
    expect((await home.withdraw('2504', no)).err_msg).toContain(`${no} 已撤销，不能撤销`);
    await world.close();
  });

  it('refuses what a settlement rests on', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.apply());
    await settleCopd(world);
    expect((await home.withdraw('2504', no)).err_msg).toContain(`${no} 已用于结算`);
    await world.close();
  });

  it('knows nothing of what another hospital has', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.apply());
    const nowhere = await home.withdraw('2504', '61010026090129999999', 'H44030099001');
    const theirs = await home.withdraw('2504', no, 'H44030099001');
    expect(theirs.err_msg?.replace(no, '')).toBe(nowhere.err_msg?.replace('61010026090129999999', ''));
    await world.close();
  });
});
