import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output as Downloaded } from '../../../../src/platform/domain/national/1803.gen.ts';
import type { Output as Opened } from '../../../../src/platform/domain/national/1840.gen.ts';
import { must } from '../../../../src/kernel/assert.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** 1603, 1803, 1620 and 1840: the institutions of a province, and the diseases that they have opened. */

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(() => world.close());

const NEW = 'H44030500001';

const row = (more: object = {}) => ({
  fixmedins_code: NEW, fixmedins_name: '新开医院', admdvs: '440305', fixmedins_type: '1', hosp_lv: '5',
  out_onln_open_type: '1', fix_onln_open_flag: '1', ...more,
}); // prettier-ignore

const opened = (more: object = {}) => ({
  fixmedins_code: NEW, opsp_dise_code: 'M05300', begndate: '2025-01-01', vali_flag: '1', ...more,
}); // prettier-ignore

const upload = (...data: object[]) => world.national('1603', { data });
const open = (...data: object[]) => world.national('1620', { data }, {}, '440000');
const known = (code = NEW) => world.world.store.reader.institution(code);
const download = (data: object, as = '610000') => world.national<Downloaded>('1803', { data }, {}, as);

describe('1603', () => {
  it('makes an institution known, and 1803 gives every province the row as it came', async () => {
    expect((await upload(row({ hi_resper_name: '张主任' }))).infcode).toBe(0);
    expect(known()).toMatchObject({ fixmedins_name: '新开医院', admdvs: '440305', outOfArea: 'national' });
    const { output } = await download({ fixmedins_code: NEW });
    expect(output).toMatchObject({
      totalrow: 1,
      data: [{ hi_resper_name: '张主任', uscc: null, updt_time: '2026-09-01 10:00:00' }],
    });
  });

  it('replaces what it sent before, and leaves opened diseases as they are', async () => {
    const before = known(HOSPITAL)?.openedDiseases;
    const own = { fixmedins_code: HOSPITAL, fixmedins_name: '改名医院', admdvs: '440300', hosp_lv: '2' };
    await upload(row({ ...own, fix_onln_open_flag: '0', out_onln_open_type: '2' }));
    expect(known(HOSPITAL)).toMatchObject({ fixmedins_name: '改名医院', online: 'suspended', outOfArea: 'province' });
    expect(known(HOSPITAL)?.openedDiseases).toEqual(before);
    expect(known(HOSPITAL)?.real_name).toBe(true);

    await upload(row({ ...own, fix_onln_open_flag: '2', out_onln_open_type: '0', rlnm_chk_flag: '0' }));
    expect(known(HOSPITAL)).toMatchObject({ online: 'cancelled', outOfArea: 'none', real_name: false });
    await upload(row({ ...own, fix_onln_open_flag: '1' }));
    expect(known(HOSPITAL)).not.toHaveProperty('online');
    expect((await download({ fixmedins_code: HOSPITAL })).output.totalrow).toBe(1);
  });

  it('takes a message as a whole or not at all, and names every bad row', async () => {
    const answer = await upload(
      row(),
      row({ fixmedins_code: 'H11000000009', admdvs: '110000' }),
      row({ fixmedins_code: 'H44030500003', admdvs: '440000', out_onln_open_type: '9' }),
      row(),
    );
    expect(answer.err_msg).toBe(
      '[国家平台] 上传的数据有 5 处不能接收，整批未保存，请改正后重传：' +
        '第 2 行 定点医药机构编号 fixmedins_code（H11000000009）是北京市的编号，只能上传本省机构；' +
        '第 2 行 所在地医保区划 admdvs（110000）不属于广东省，只能上传本省的；' +
        '第 3 行 所在地医保区划 admdvs（440000）不是统筹区，应到市一级；' +
        '第 3 行 异地联网开通类型 out_onln_open_type（9）应为 0 未开通、1 国家异地、2 省内异地；' +
        '第 4 行 与第 1 行重复',
    );
    expect(known()).toBeUndefined();
    expect((await download({ fixmedins_code: NEW })).output.totalrow).toBe(0);
  });

  it('leaves an institution to the province where it stands, whatever its code says', async () => {
    const own = known(HOSPITAL);
    must(own, 'the seeds have the hospital');
    await world.add({ kind: 'institution.put', institution: { ...own, fixmedins_code: NEW, admdvs: '110000' } });
    const text = `第 1 行 定点医药机构编号 fixmedins_code（${NEW}）是北京市的机构，只能上传本省机构`;
    expect((await upload(row())).err_msg).toContain(text);
    expect((await upload(row({ admdvs: '110105' }))).infcode).toBe(0);
  });

  it('names five faults and counts the rest', async () => {
    const answer = await upload(...['1', '2', '3', '4', '5', '6'].map((n) => row({ fixmedins_code: `X${n}` })));
    expect(answer.err_msg).toContain('第 5 行 定点医药机构编号 fixmedins_code（X5）应为 H 或 P 加十一位数字');
    expect(answer.err_msg).not.toContain('第 6 行');
    expect(answer.err_msg).toContain('；等共 6 处');
  });

  it('refuses what its table does not allow, though the workspace is tolerant', async () => {
    const answer = await upload(
      row(),
      row({ fixmedins_code: 'H44030500002', fix_onln_open_flag: '7', endtime: '昨天' }),
    );
    expect(answer.err_msg).toContain('定点联网开通标志（input.data[1].fix_onln_open_flag）收到“7”');
    expect(answer.err_msg).toContain('结束时间（input.data[1].endtime）收到“昨天”');
    expect((await upload({ fixmedins_code: NEW })).err_msg).toContain('input.data[0].fixmedins_name');
    expect((await upload()).err_msg).toContain('报文缺少办理所需的字段');
    expect(known()).toBeUndefined();
  });

  it('takes a hundred rows and no more', async () => {
    const rows = Array.from({ length: 101 }, (_, n) => row({ fixmedins_code: `H440305${String(n).padStart(5, '0')}` }));
    expect((await upload(...rows)).err_msg).toContain('一次最多上传 100 行，收到 101 行，请分批上传');
    expect((await upload(...rows.slice(1))).infcode).toBe(0);
  });
});

describe('1620', () => {
  it('opens a disease at an institution of the province and closes it again', async () => {
    await upload(row());
    expect((await open(opened(), opened({ opsp_dise_code: 'M06900', enddate: '2027-12-31' }))).infcode).toBe(0);
    expect(known()?.openedDiseases).toEqual([
      { opsp_dise_code: 'M05300', begndate: '2025-01-01' },
      { opsp_dise_code: 'M06900', begndate: '2025-01-01', enddate: '2027-12-31' },
    ]);
    await open(opened({ vali_flag: '0' }));
    expect(known()?.openedDiseases).toContainEqual({
      opsp_dise_code: 'M05300', begndate: '2025-01-01', enddate: '2026-08-31',
    }); // prettier-ignore
    const { output } = await world.national<Opened>('1840', { data: { fixmedins_code: NEW } }, {}, '610000');
    expect(output.data.map(({ opsp_dise_code, vali_flag }) => [opsp_dise_code, vali_flag])).toEqual([
      ['M05300', '0'],
      ['M06900', '1'],
    ]);
    expect(output.data[0]).toMatchObject({ fixmedins_name: '新开医院', admdvs: '440305' });
  });

  it('wants the institution first, and answers one of another province like one that nobody has uploaded', async () => {
    const unknown = (code: string) =>
      `第 1 行 定点医药机构编号 fixmedins_code（${code}）不是本省已上传的机构，请先用 1603 上传`;
    expect((await open(opened())).err_msg).toContain(unknown(NEW));
    expect((await open(opened({ fixmedins_code: 'H61010099001' }))).err_msg).toContain(unknown('H61010099001'));
  });

  it('opens diseases of the national list only, from the day on that the list has them', async () => {
    await upload(row());
    expect((await open(opened({ opsp_dise_code: 'M00300' }))).err_msg).toContain('病种 M00300 不在跨省直接结算范围');
    const early = await openTestWorld({ now: '2024-06-01 10:00:00' });
    const data = [opened({ fixmedins_code: HOSPITAL, begndate: '2024-06-01' })];
    expect((await early.national('1620', { data }, {}, '440000')).err_msg).toMatch(
      /病种 M05300 自 .+ 起方可跨省直接结算/,
    );
    await early.close();
    expect((await open(opened({ enddate: '2024-01-01' }))).err_msg).toContain('结束日期 enddate（2024-01-01）早于');
  });
});

describe('1803 and 1840', () => {
  it('give a place, a province or all of them', async () => {
    const count = async (data: object) => (await download(data)).output.totalrow;
    const all = world.world.store.reader.institutions();
    expect(await count({})).toBe(all.length);
    expect(await count({ admdvs: '440300' })).toBe(all.filter(({ admdvs }) => admdvs === '440300').length);
    expect(await count({ admdvs: '440000' })).toBe(all.filter(({ admdvs }) => admdvs.startsWith('44')).length);
    expect(await count({ admdvs: '110000' })).toBe(1);
    const { output } = await world.national<Opened>('1840', { data: { opsp_dise_code: 'M07200' } }, {}, '610000');
    expect(output.totalrow).toBe(all.filter((one) => JSON.stringify(one.openedDiseases).includes('M07200')).length);
  });

  it('refuse a page that begins before the first row', async () => {
    expect((await download({ startrow: 0 })).err_msg).toContain('起始行 startrow（0）应为从 1 起的整数');
  });
});
