import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5304-referrals/wire.gen.ts';
import { HOME_HOSPITAL, numberIn, openHomeWindow } from '../../../support/home-window.ts';
import { openTestWorld, type Answer } from '../../../support/world.ts';

const PERSONA = 'xian-worker-no-filing';

const open = async (applications: 'approved' | 'reviewed' = 'approved') => {
  const world = await openTestWorld({ settings: { applications } });
  const home = openHomeWindow(world, PERSONA);
  const list = async (begntime: string, endtime: string | null = null, by = HOME_HOSPITAL) => {
    const data = { psn_no: home.psn_no, begntime, endtime };
    const answer: Answer<Output> = await home.send('5304', { data }, { fixmedins_code: by });
    return answer.output.map((row) => [row.reflin_medins_no, row.refl_date, row.out_flag, row.diag_name]);
  };
  return { world, home, list };
};

describe('5304 转院信息查询', () => {
  it('lists the transfers of a time by their day', async () => {
    const { world, home, list } = await open();
    await home.refer({ dise_cond_dscr: '反复胸痛' });
    const row = ['H44030099001', '2026-09-01', '1', '冠心病'];
    expect(await list('2026-09-01 00:00:00')).toEqual([row]);
    expect(await list('2026-01-01 00:00:00', '2026-09-01')).toEqual([row]);
    expect(await list('2026-09-02 00:00:00')).toEqual([]);
    expect(await list('2026-01-01 00:00:00', '2026-08-31 23:59:59')).toEqual([]);
    await world.close();
  });

  it('lists what waits, and not what was taken back', async () => {
    const { world, home, list } = await open('reviewed');
    const no = numberIn(await home.refer());
    expect(await list('2026-01-01 00:00:00')).toHaveLength(1);
    await home.withdraw('2502', no);
    expect(await list('2026-01-01 00:00:00')).toEqual([]);
    await world.close();
  });

  it('tells a hospital of its own transfers alone', async () => {
    const { world, home, list } = await open();
    await home.refer();
    expect(await list('2026-01-01 00:00:00', null, 'H44030099001')).toEqual([]);
    await world.close();
  });
});
