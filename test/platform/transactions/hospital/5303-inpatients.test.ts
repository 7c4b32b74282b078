import { describe, expect, it } from 'vitest';
import { openTestWorld } from '../../../support/world.ts';

const data = { begntime: '2026-01-01 00:00:00', endtime: '2026-12-31' };

describe('5303 在院信息查询', () => {
  it('finds nobody in hospital: the output is an empty list, not null', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('xian-worker-hypertension-diabetes');
    const answer = await world.call('5303', { data: { ...data, psn_no } }, { insuplc_admdvs: '610100' });
    expect(answer.infcode).toBe(0);
    expect(answer.bytes).toContain('"output":[]');
    await world.close();
  });

  it('knows only persons of the asked place', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('xian-worker-hypertension-diabetes');
    const local = await world.call('5303', { data: { ...data, psn_no } });
    expect(local.err_msg).toContain('应填 610100（西安市）');
    const nobody = await world.call('5303', { data: { ...data, psn_no: '0' } });
    expect(nobody.err_msg).toContain('该参保人的基本信息为空');
    await world.close();
  });
});
