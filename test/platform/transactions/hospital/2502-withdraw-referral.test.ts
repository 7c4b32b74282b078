import { describe, expect, it } from 'vitest';
import { numberIn, openHomeWindow } from '../../../support/home-window.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-no-filing';
const AWAY = { persona: PERSONA, dise_codg: 'M06900' };

describe('2502 转院备案撤销', () => {
  it('ends the filing: nothing more is settled, and the refusal says why', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer());
    expect((await home.withdraw('2502', no)).infcode).toBe(0);
    const away = await openWindow(world, AWAY);
    await away.upload('B1', 100);
    expect((await away.settle('B1', 100)).err_msg).toBe('[参保地 西安市] 异地就医备案已于 2026-09-01 撤销，请重新备案');
    expect((await home.withdraw('2502', no)).err_msg).toBe(
      `[参保地 西安市] ${no} 已撤销，不能撤销；已办结，如有需要请重新申请`,
    );
    await world.close();
  });

  it('lets the person be filed anew on the same day', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    await home.withdraw('2502', numberIn(await home.refer()));
    expect((await home.refer()).infcode).toBe(0);
    const away = await openWindow(world, AWAY);
    await away.upload('B1', 100);
    expect((await away.settle('B1', 100)).infcode).toBe(0);
    await world.close();
  });

  it('takes back what waits for the clerk', async () => {
    const world = await openTestWorld({ settings: { applications: 'reviewed' } });
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer());
    expect((await home.withdraw('2502', no)).infcode).toBe(0);
    expect(world.world.store.reader.application(no)?.steps.map(({ state }) => state)).toEqual(['applied', 'cancelled']);
    await world.close();
  });

  it('refuses what a settlement rests on, until that is refunded', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer());
    const away = await openWindow(world, AWAY);
    await away.upload('B1', 100);
    const { setl_id } = (await away.settle('B1', 100)).output.setlinfo;
    expect((await home.withdraw('2502', no)).err_msg).toContain(`${no} 已用于结算（结算ID ${setl_id}），不能撤销`);
    await away.refund(setl_id);
    expect((await home.withdraw('2502', no)).infcode).toBe(0);
    await world.close();
  });

  it('refuses what is over', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer({ enddate: '2026-09-05' }));
    world.setClock('2026-09-06 08:00:00');
    expect((await home.withdraw('2502', no)).err_msg).toContain(`${no} 已于 2026-09-05 到期，不能撤销`);
    await world.close();
  });

  it('knows nothing of what another hospital, another person or another transaction has', async () => {
    const world = await openTestWorld();
    const home = openHomeWindow(world, PERSONA);
    const no = numberIn(await home.refer());
    const unknown = `未查询到本机构申报的待遇申报明细流水号 trt_dcla_detl_sn（${no}）`;
    expect((await home.withdraw('2502', no, 'H44030099001')).err_msg).toContain(unknown);
    expect((await home.withdraw('2504', no)).err_msg).toContain(unknown);
    const other = openHomeWindow(world, 'xian-worker-filed-elsewhere');
    expect((await other.withdraw('2502', no)).err_msg).toContain(unknown);
    // What came with the seeds was sent by no hospital.
    const seeded = world.world.store.reader.filings(other.psn_no)[0]?.trt_dcla_detl_sn ?? '';
    expect((await other.withdraw('2502', seeded)).err_msg).toContain('未查询到本机构申报的');
    await world.close();
  });
});
