import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { exampleOf } from '../../support/example-of.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { openProvince } from '../../support/province.ts';
import { slowPlace } from '../../support/slow-place.ts';
import { openWindow } from '../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../support/world.ts';

/** The clock stands at 10:00: a lead time of an hour has begun at half past nine. */
const put = (node: Maintenance['node'], more: Partial<Maintenance> = {}) => ({
  kind: 'maintenance.put' as const,
  window: {
    id: `MT-${node}`,
    node,
    begin: instantOf('2026-09-01 10:30:00'),
    end: instantOf('2026-09-01 12:00:00'),
    leadMinutes: 60,
    text: '升级。',
    ...more,
  },
});
const PERIOD = '（2026-09-01 10:30 至 2026-09-01 12:00）';
const AHEAD = `系统将停机维护${PERIOD}，现已停办新业务，请在维护结束后办理；此前业务的退费、冲正、查询照常。升级。`;
const SOON = `系统将停机维护${PERIOD}，请在此前办完。升级。`;
const DOWN = `系统停机维护${PERIOD}，请在维护结束后办理。升级。`;
const VISITOR = { persona: 'xian-acceptance-worker', dise_codg: 'M06900' };

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
  return async () => {
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

describe('the lead time at the hospital door', () => {
  it.each([
    ['440300', '[就医地 深圳市]'],
    ['440000', '[就医地 广东省]'],
  ] as const)('of %s: new business is refused, earlier business drains', async (node, by) => {
    const window = await openWindow(world, VISITOR);
    await window.upload('B1', 100);
    await window.upload('B2', 100);
    const settled = await window.settle('B1', 100, 'S1');
    const { setl_id } = settled.output.setlinfo;
    await world.add(put(node));
    const { psn_no, mdtrt_id } = window;
    const applied = { data: { psn_no } };
    for (const refused of [
      window.trial('B2', 100), window.settle('B2', 100), window.upload('B3', 100),
      window.call('2205', { data: { mdtrt_id, chrg_bchno: 'B2', psn_no } }),
    ]) expect((await refused).err_msg).toBe(`${by} ${AHEAD}`); // prettier-ignore
    for (const passes of [
      window.settle('B1', 100, 'S1'), window.refund(setl_id, 'R1'), window.reverse('R1', '2208'),
      window.reverse('S1', '2207'), window.call('5301', applied), window.call('1901', { data: { type: 'GEND' } }),
      window.call('2001', { data: { psn_no, insutype: '310', med_type: '11' } }),
    ]) expect((await passes).err_msg).toBeNull(); // prettier-ignore
    await expect(openWindow(world, VISITOR)).rejects.toThrow();
  });

  it('counts an application as new and its withdrawal as earlier business', async () => {
    const home = { fixmedins_code: 'H61010099001', mdtrtarea_admvs: '610100', insuplc_admdvs: '610100' };
    await world.add(put('610100'));
    const values = { ...valuesOf(world, 'xian-worker-no-filing', 'H61010099001'), trt_dcla_detl_sn: '1' };
    const said = async (infno: string) => {
      const definition = catalogue.find((row) => row.door === 'hospital' && row.infno === infno);
      return (await world.call(infno, definition && exampleOf(definition, values), home)).err_msg;
    };
    for (const infno of ['2501', '2503', '2505']) expect(await said(infno)).toBe(`[就医地 西安市] ${AHEAD}`);
    for (const infno of ['2502', '2504', '2506']) expect(await said(infno)).not.toContain('停机维护');
  });
});

describe('the lead time of somebody behind the hospital', () => {
  it.each([
    ['national', '[国家平台]'],
    ['610100', '[参保地 西安市]'],
    ['610000', '[参保地 陕西省]'],
  ] as const)('of %s: it is told where it is met, and fees can still be uploaded', async (node, by) => {
    const window = await openWindow(world, VISITOR);
    await window.upload('B1', 100);
    const settled = await window.settle('B1', 100, 'S1');
    await world.add(put(node));
    expect((await window.upload('B2', 100)).err_msg).toBeNull();
    expect((await window.settle('B2', 100)).err_msg).toBe(`${by} ${AHEAD}`);
    const { psn_no } = window;
    const check = await window.call('2001', { data: { psn_no, insutype: '310', med_type: '11' } });
    expect(check).toMatchObject({ infcode: 0, warn_msg: `${by} ${AHEAD}` });
    expect((await window.refund(settled.output.setlinfo.setl_id)).err_msg).toBeNull();
    world.setClock('2026-09-01 10:30:00');
    expect((await window.settle('B2', 100)).err_msg).toBe(`${by} ${DOWN}`);
    expect((await window.call('5301', { data: { psn_no } })).err_msg).toBe(`${by} ${DOWN}`);
    world.setClock('2026-09-01 12:00:00');
    expect((await window.settle('B2', 100)).err_msg).toBeNull();
  });

  it('warns instead where that was chosen, beside a warning of its own', async () => {
    const warned = { newBusiness: 'warned' } as const;
    await world.add(put('national', warned), put('610100', warned), put('440300', warned));
    const { psn_no, card_no, card_sn } = valuesOf(world, 'xian-worker-no-filing', HOSPITAL);
    const credential = { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn };
    const data = { psn_no, insutype: '310', ipt_otp_no: '2', begntime: '2026-09-01 10:00:00', ...credential };
    const { warn_msg } = await world.call('2201', { data }, { insuplc_admdvs: '610100' });
    const soon = ['[参保地 西安市]', '[国家平台]', '[就医地 深圳市]'].map((by) => `${by} ${SOON}`);
    const own = '未查询到有效备案，请先办理异地就医备案；未备案的结算将被参保地拒绝';
    expect(warn_msg).toBe([own, ...soon].join('；'));
  });

  it('warns of a place within the province too, whether the engine answers for it or a system of its own', async () => {
    const slow = await openTestWorld({ insuredPlace: (_insuplc, running) => slowPlace(running) });
    for (const each of [world, slow]) {
      const window = await openWindow(each, { persona: 'guangzhou-worker-diabetes' });
      await window.upload('B1', 100);
      await each.add(put('440100', { newBusiness: 'warned' }));
      expect((await window.settle('B1', 100)).warn_msg).toBe(`[参保地 广州市] ${SOON}`);
    }
    await slow.close();
  });
});

describe('the national door', () => {
  it('refuses new business in the lead time and lets the rest drain', async () => {
    const { claim, ask } = openProvince(world, 'xian-acceptance-worker', 'M06900');
    const { setl_sn } = (await claim({}, '1107')).output.setlinfo;
    await world.add(put('national'));
    for (const refused of [ask('1005'), claim({}, '1106'), claim()]) {
      expect((await refused).err_msg).toBe(`[国家平台] ${AHEAD}`);
    }
    expect((await ask('1203', { setl_sn }, 'R1')).err_msg).toBeNull();
    expect((await ask('1301', { oinfno: '1203', omsgid: 'R1' })).err_msg).toBeNull();
    expect((await ask('1406')).err_msg).toBeNull();
  });
});

describe('a window of single transactions', () => {
  const only = (transactions: Maintenance['transactions'], more: Partial<Maintenance> = {}) =>
    ({ begin: instantOf('2026-09-01 09:30:00'), ...(transactions && { transactions }), ...more }) as const;
  const ofOne = (what: string) =>
    `交易 ${what} 停机维护（2026-09-01 09:30 至 2026-09-01 12:00），请在维护结束后办理。升级。`;

  it('stops them alone, also inside what a hospital sends', async () => {
    const window = await openWindow(world, VISITOR);
    await window.upload('B1', 100);
    await world.add(put('national', only(['national/1107', 'national/1203'])));
    expect((await window.trial('B1', 100)).err_msg).toBeNull();
    expect((await window.settle('B1', 100)).err_msg).toBe(`[国家平台] ${ofOne('1107、1203')}`);
  });

  it('of everybody is told by who is asked first', async () => {
    const window = await openWindow(world, VISITOR);
    await window.upload('B1', 100);
    await world.add(put('all', only(['national/1107'])));
    expect((await window.settle('B1', 100)).err_msg).toBe(`[国家平台] ${ofOne('1107')}`);
    await world.add(put('all', only(['hospital/2207'])));
    expect((await window.settle('B1', 100)).err_msg).toBe(`[就医地 深圳市] ${ofOne('2207')}`);
  });

  it('keeps the numbers of the two doors apart', async () => {
    const { claim, ask } = openProvince(world, 'xian-acceptance-worker', 'M06900');
    const { setl_sn } = (await claim()).output.setlinfo;
    await ask('1203', { setl_sn }, 'R1');
    await world.add(put('all', only(['hospital/1301'])));
    expect((await ask('1301', { oinfno: '1203', omsgid: 'R1' })).err_msg).toBeNull();
    expect((await world.call('1301', { data: { ver: '0' } })).err_msg).toBe(`[就医地 深圳市] ${ofOne('1301')}`);
  });
});

describe('what is remembered', () => {
  it('does not leave a node that is down; a hospital is repeated to while somebody behind it is', async () => {
    const window = await openWindow(world, VISITOR);
    await window.upload('B1', 100);
    const first = await window.settle('B1', 100, 'S1');
    world.setClock('2026-09-01 10:30:00');
    await world.add(put('national'));
    expect((await window.settle('B1', 100, 'S1')).bytes).toBe(first.bytes);
    await world.add(put('440300'));
    expect((await window.settle('B1', 100, 'S1')).err_msg).toBe(`[就医地 深圳市] ${DOWN}`);
    world.setClock('2026-09-01 12:00:00');
    expect((await window.settle('B1', 100, 'S1')).bytes).toBe(first.bytes);
  });
});
