import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5302-chosen-institutions/wire.gen.ts';
import { HOME_HOSPITAL, numberIn, openHomeWindow, type HomeWindow } from '../../../support/home-window.ts';
import { openWindow } from '../../../support/window.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../../../support/world.ts';

/** Filed in the whole of 广东, 强直性脊柱炎, no institution chosen. */
const PERSONA = 'xian-worker-filed-province';

const GUANGZHOU = 'H44010099001';

const listed = async ({ send, psn_no }: HomeWindow) => {
  const answer: Answer<Output> = await send('5302', { data: { psn_no, biz_appy_type: '03' } });
  return answer.output.psnfixmedin.map((row) => [row.fix_srt_no, row.fixmedins_code, row.enddate]);
};

const settleIn = async (world: TestWorld, institution: string): Promise<Answer> => {
  const away = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900', institution });
  await away.upload('B1', 100);
  return away.settle('B1', 100);
};

describe('2505 人员定点备案', () => {
  it('is listed by 5302 under the name that the institution has, and told to the nation', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    expect(numberIn(await home.choose())).toBe('61010026090130000001');
    expect(await listed(home)).toEqual([['1', HOME_HOSPITAL, null]]);
    const uploads = world.world.store.reader.uploads('chosen-institution', 0);
    expect(uploads.find(({ row }) => row['psn_no'] === home.psn_no)).toMatchObject({
      place: '610100',
      row: { fixmedins_code: HOME_HOSPITAL, fixmedins_name: '西安市沙箱人民医院', vali_flag: '1' },
    });
    await world.close();
  });

  it('binds across provinces when it names an institution there, and not when it names one at home', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    await home.apply({ opsp_dise_code: 'M03900', opsp_dise_name: '高血压' });
    await home.choose();
    expect((await settleIn(world, GUANGZHOU)).infcode).toBe(0);
    await home.choose({ fix_srt_no: '2', fixmedins_code: HOSPITAL });
    expect((await settleIn(world, GUANGZHOU)).err_msg).toContain('不是本人选定的门诊慢特病定点医疗机构');
    expect((await settleIn(world, HOSPITAL)).infcode).toBe(0);
    await world.close();
  });

  it.each<[object, string]>([
    [{ biz_appy_type: '05' }, '业务申请类型 biz_appy_type（05）不能用于定点备案，可用 01'],
    [{ fixmedins_code: 'H44030099999' }, '机构 fixmedins_code（H44030099999）不存在'],
    [{ enddate: '2026-08-01' }, '结束日期 enddate（2026-08-01）早于开始日期'],
    [{ begndate: '2029-09-01' }, '开始日期 begndate（2029-09-01）过晚'],
    [{ fix_srt_no: null }, 'fix_srt_no（定点排序号）'],
  ])('refuses %j and keeps nothing', async (more, said) => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    expect((await home.choose(more)).err_msg).toContain(said);
    expect(await listed(home)).toEqual([]);
    await world.close();
  });

  it('leaves a rank to whom it was given', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    await home.choose();
    const again = await home.choose({ fixmedins_code: HOSPITAL });
    expect(again.err_msg).toContain('定点排序号 fix_srt_no（1）已用于西安市沙箱人民医院');
    await world.close();
  });
});

describe('2506 人员定点备案撤销', () => {
  it('ends the choice; another one may take its rank', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.choose({ begndate: '2026-08-01' }));
    expect((await home.withdraw('2506', no)).infcode).toBe(0);
    expect(await listed(home)).toEqual([['1', HOME_HOSPITAL, '2026-08-31']]);
    await home.choose({ fixmedins_code: HOSPITAL });
    expect(await listed(home)).toEqual([['1', HOSPITAL, null]]);
    expect((await home.withdraw('2506', no)).err_msg).toContain(`${no} 已撤销，不能撤销`);
    await world.close();
  });

  it('refuses what a settlement rests on, and knows nothing of another hospital', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    await home.apply({ opsp_dise_code: 'M03900', opsp_dise_name: '高血压' });
    const no = numberIn(await home.choose({ fixmedins_code: HOSPITAL }));
    expect((await home.withdraw('2506', no, HOSPITAL)).err_msg).toContain('未查询到本机构申报的');
    await settleIn(world, HOSPITAL);
    expect((await home.withdraw('2506', no)).err_msg).toContain(`${no} 已用于结算`);
    await world.close();
  });
});
