import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/1317-item-matches/wire.gen.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const ITEM = 'XC08CAA321A001010199001';
const OTHER = { fixmedins_code: 'H44030099004' };
const KEY = { fixmedins_hilist_id: 'HIS001', list_type: '101', med_list_codg: ITEM };

const upload = (world: TestWorld, more: object = {}, envelope: Record<string, unknown> = {}) => {
  const data = { ...KEY, fixmedins_hilist_name: '络活喜', begndate: '2026-01-01', enddate: '2026-12-31', ...more };
  return world.call('3301', { data }, envelope);
};

const withdraw = (world: TestWorld, more: object = {}, envelope: Record<string, unknown> = {}) =>
  world.call('3302', { fixmedins_code: HOSPITAL, ...KEY, ...more }, envelope);

const ask = (world: TestWorld, asked: object = {}, envelope: Record<string, unknown> = {}) =>
  world.call<Output>('1317', { data: { updt_time: '2022-01-01', page_num: 1, page_size: 10, ...asked } }, envelope);

const rows = async (world: TestWorld, asked: object = {}) =>
  (await ask(world, asked)).output.map((row) => [row.medins_list_codg, row.vali_flag, row.updt_time]);

describe('3301 目录对照上传', () => {
  it('is answered without output, and found by 1317', async () => {
    const world = await openTestWorld();
    const answer = await upload(world, { spec: '5mg*7片' });
    expect(answer).toMatchObject({ infcode: 0, output: null });
    expect((await ask(world)).output).toMatchObject([
      {
        fixmedins_code: HOSPITAL,
        medins_list_codg: 'HIS001',
        medins_list_name: '络活喜',
        insu_admdvs: '440300',
        list_type: '101',
        med_list_codg: ITEM,
        begndate: '2026-01-01',
        enddate: '2026-12-31',
        spec: '5mg*7片',
        vali_flag: '1',
        crte_time: '2026-09-01',
        updt_time: '2026-09-01',
        crter_id: null,
      },
    ]);
    await world.close();
  });

  it('replaces what stands under the same codes, which keeps its record number', async () => {
    const world = await openTestWorld();
    await upload(world);
    const [first] = (await ask(world)).output;
    world.setClock('2026-09-03 08:00:00');
    await upload(world, { fixmedins_hilist_name: '氨氯地平' });
    expect((await ask(world)).output).toEqual([{ ...first, medins_list_name: '氨氯地平', updt_time: '2026-09-03' }]);
    await world.close();
  });

  it.each([
    [{ med_list_codg: 'X999' }, '医疗目录编码 med_list_codg（X999）不在深圳市医保目录内'],
    [{ list_type: '201' }, '目录类别 list_type（201）与 XC08CAA321A001010199001 的目录类别 101 不符，请改为 101'],
    [{ enddate: '2025-12-31' }, '结束日期 enddate（2025-12-31）早于开始日期 begndate（2026-01-01）'],
    [{ begndate: null }, 'begndate（开始日期）'],
  ])('refuses %j and keeps nothing', async (more, said) => {
    const world = await openTestWorld();
    expect((await upload(world, more)).err_msg).toContain(said);
    expect(await rows(world)).toEqual([]);
    await world.close();
  });
});

describe('3302 目录对照撤销', () => {
  it('leaves the match in 1317 as 无效, until it is uploaded again', async () => {
    const world = await openTestWorld();
    await upload(world);
    await upload(world, { fixmedins_hilist_id: 'HIS002' });
    world.setClock('2026-09-02 08:00:00');
    expect((await withdraw(world)).infcode).toBe(0);
    expect(await rows(world)).toEqual([
      ['HIS001', '0', '2026-09-02'],
      ['HIS002', '1', '2026-09-01'],
    ]);
    expect(await rows(world, { vali_flag: '1' })).toHaveLength(1);
    expect(await rows(world, { updt_time: '2026-09-02' })).toHaveLength(1);
    await upload(world);
    expect(await rows(world, { vali_flag: '1' })).toHaveLength(2);
    await world.close();
  });

  it('refuses what is not there, or not any more', async () => {
    const world = await openTestWorld();
    const said = '未查询到有效的目录对照：机构编码 fixmedins_hilist_id（HIS001）';
    expect((await withdraw(world)).err_msg).toContain(said);
    await upload(world);
    await withdraw(world);
    expect((await withdraw(world)).err_msg).toContain(said);
    await world.close();
  });
});

describe('another hospital', () => {
  it('neither sees the matches nor withdraws them', async () => {
    const world = await openTestWorld();
    await upload(world);
    expect((await ask(world, {}, OTHER)).output).toEqual([]);
    expect((await ask(world, { fixmedins_code: HOSPITAL }, OTHER)).err_msg).toContain('与报文头的 H44030099004 不符');
    expect((await withdraw(world, {}, OTHER)).err_msg).toContain('与报文头的 H44030099004 不符');
    expect((await withdraw(world, OTHER, OTHER)).err_msg).toContain('未查询到有效的目录对照');
    expect(await rows(world, { vali_flag: '1' })).toHaveLength(1);
    await world.close();
  });
});
