import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/1312-catalogue-items/wire.gen.ts';
import { importCatalogue } from '../../../../src/platform/workspace/imports/import-catalogue.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const BEIJING = { fixmedins_code: 'H11000099001', mdtrtarea_admvs: '110000' };

const ask = (world: TestWorld, asked: object = {}, envelope: Record<string, unknown> = {}) =>
  world.call<Output>('1312', { data: { updt_time: '2022-01-01', page_num: 1, page_size: 9999, ...asked } }, envelope);

const codes = async (world: TestWorld, asked: object) =>
  (await ask(world, asked)).output.map(({ hilist_code }) => hilist_code);

describe('1312 医保目录信息查询', () => {
  it('gives the whole catalogue page by page, each item once, by code', async () => {
    const world = await openTestWorld();
    const pages: string[][] = [];
    for (let page_num = 1; ; page_num += 1) {
      const page = await codes(world, { page_num, page_size: 20 });
      pages.push(page);
      if (page.length < 20) break;
    }
    const items = world.world.store.reader.items('440300').map(({ med_list_codg }) => med_list_codg);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flat()).toEqual(items);
    await world.close();
  });

  it('says of an item what 2204 splits by', async () => {
    const world = await openTestWorld();
    expect((await ask(world, { hilist_code: 'XA10BJS907B001010199001' })).output).toMatchObject([
      {
        hilist_name: '司美格鲁肽注射液',
        insu_admdvs: '440300',
        chrgitm_lv: '02',
        med_chrgitm_type: '09',
        lmt_used_flag: '1',
        list_type: '101',
        vali_flag: '1',
        enddate: null,
        crter_id: null,
      },
    ]);
    await world.close();
  });

  it.each([
    [{ hilist_name: '血糖试纸' }, ['C9900010039900199001']],
    [{ hilist_name: '血糖试纸', hilist_code: '', wubi: '', begndate: '' }, ['C9900010039900199001']],
    [{ hilist_name: '血糖试纸', pinyin: 'XTSZ' }, []],
    [{ hilist_name: '血糖试纸', chrgitm_lv: '01' }, []],
    [{ hilist_name: '血糖试纸', query_date: '2021-12-31' }, []],
    [{ hilist_name: '血糖试纸', vali_flag: '0' }, []],
    [{ hilist_name: '血糖试纸', updt_time: '2022-01-02' }, []],
    [{ hilist_name: '血糖试纸', insu_admdvs: '440305' }, ['C9900010039900199001']],
  ])('filters by %j', async (asked, found) => {
    const world = await openTestWorld();
    expect(await codes(world, asked)).toEqual(found);
    await world.close();
  });

  it('gives each hospital the catalogue of its own place', async () => {
    const world = await openTestWorld();
    const { output } = await ask(world, { hilist_name: '血糖试纸' }, BEIJING);
    expect(output).toMatchObject([{ chrgitm_lv: '02', insu_admdvs: '110000', poolarea_no: '110000' }]);
    await world.close();
  });

  it('shows by updt_time what was imported since', async () => {
    const world = await openTestWorld();
    const rows = [{ med_list_codg: 'X1', name: '新片', chrgitm_lv: '01' }];
    expect((await importCatalogue(world.world, { rows }, '440300')).ok).toBe(true);
    expect(await codes(world, { updt_time: '2026-09-01' })).toEqual(['X1']);
    expect(await codes(world, { updt_time: '2026-09-02' })).toEqual([]);
    await world.close();
  });

  it.each([
    [{ insu_admdvs: '610100' }, '参保机构医保区划 insu_admdvs（610100）不是本机构所在的深圳市'],
    [{ page_num: 0 }, '当前页数 page_num（0）须从 1 起'],
    [{ page_size: 10_000 }, 'page_size（10000）须为 1 到 9999 的整数'],
    [{ page_size: null }, '报文缺少办理所需的字段'],
  ])('refuses %j and says what to do', async (asked, said) => {
    const world = await openTestWorld();
    expect((await ask(world, asked)).err_msg).toContain(said);
    await world.close();
  });
});
