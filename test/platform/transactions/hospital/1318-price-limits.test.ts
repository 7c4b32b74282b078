import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/1318-price-limits/wire.gen.ts';
import { institutionRow } from '../../store/rows.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const BED = '001109000050000';
const BEIJING = { fixmedins_code: 'H11000099001', mdtrtarea_admvs: '110000' };

const limits = async (world: TestWorld, asked: object, envelope: Record<string, unknown> = {}) => {
  const data = { updt_time: '2022-01-01', page_num: 1, page_size: 100, hilist_code: BED, ...asked };
  const { output } = await world.call<Output>('1318', { data }, envelope);
  return output.map((row) => [row.hilist_lmtpric_type, row.hilist_pric_uplmt_amt, row.begndate]);
};

describe('1318 医保目录限价信息查询', () => {
  it('gives the limits of an item by level of hospital', async () => {
    const world = await openTestWorld();
    expect(await limits(world, {})).toEqual([
      ['1', 12, '2022-01-01'],
      ['2', 18, '2022-01-01'],
      ['3', 22, '2022-01-01'],
    ]);
    expect(await limits(world, { hilist_lmtpric_type: '3' })).toEqual([['3', 22, '2022-01-01']]);
    expect(await limits(world, { rid: `440300${BED}-2` })).toEqual([['2', 18, '2022-01-01']]);
    expect(await limits(world, { vali_flag: '0' })).toEqual([]);
    await world.close();
  });

  it('tells a hospital of the lowest level its own limit', async () => {
    const world = await openTestWorld();
    const institution = institutionRow({ fixmedins_code: 'H44030500077', hosp_lv: '11' });
    await world.add({ kind: 'institution.put', institution });
    const own = await limits(world, { hilist_lmtpric_type: '1' }, { fixmedins_code: 'H44030500077' });
    expect(own).toEqual([['1', 10, '2022-01-01']]);
    await world.close();
  });

  it('knows limits by their days', async () => {
    const world = await openTestWorld();
    expect(await limits(world, { query_date: '2025-01-01' }, BEIJING)).toHaveLength(3);
    expect(await limits(world, { query_date: '2024-12-31' }, BEIJING)).toEqual([]);
    await world.close();
  });

  it('has no row for an item without a limit', async () => {
    const world = await openTestWorld();
    expect(await limits(world, { hilist_code: '003107010210000' })).toEqual([]);
    await world.close();
  });
});
