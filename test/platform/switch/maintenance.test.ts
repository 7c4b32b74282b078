import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import type { Output } from '../../../src/platform/transactions/hospital/2001-benefit-check/wire.gen.ts';
import { slowPlace } from '../../support/slow-place.ts';
import { openWindow } from '../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../support/world.ts';

/** The clock stands at 10:00. */
const put = (node: Maintenance['node'], more: Partial<Maintenance> = {}) => ({
  kind: 'maintenance.put' as const,
  window: {
    id: `MT-${node}`,
    node,
    begin: instantOf('2026-09-01 09:30:00'),
    end: instantOf('2026-09-01 11:00:00'),
    text: '升级。',
    ...more,
  },
});
const DOWN = '系统停机维护（2026-09-01 09:30 至 2026-09-01 11:00），请在维护结束后办理。升级。';

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
  return async () => {
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

describe('a hospital during maintenance', () => {
  it('is told by its own place, whatever it sends', async () => {
    await world.add(put('440300'));
    expect((await world.call('1901', { data: { type: 'GEND' } })).err_msg).toBe(`[就医地 深圳市] ${DOWN}`);
    await world.add(put('440300', { node: '440000' }));
    expect((await world.call('9001', { signIn: { opter_no: '1' } })).err_msg).toBe(`[就医地 广东省] ${DOWN}`);
  });

  it.each([
    ['national', `[国家平台] ${DOWN}`],
    ['610100', `[参保地 西安市] ${DOWN}`],
    ['610000', `[参保地 陕西省] ${DOWN}`],
  ] as const)('is told when %s is down and a message must go there', async (node, text) => {
    const window = await openWindow(world, { persona: 'xian-acceptance-worker', dise_codg: 'M06900' });
    await window.upload('B1', 100);
    await window.upload('B2', 100);
    const settled = await window.settle('B2', 100, 'S2');
    await world.add(put(node));
    expect((await window.trial('B1', 100)).err_msg).toBe(text);
    expect((await window.settle('B1', 100)).err_msg).toBe(text);
    expect((await window.refund(settled.output.setlinfo.setl_id)).err_msg).toBe(text);
    expect((await window.reverse('S2', '2207')).err_msg).toBe(text);
    expect((await window.upload('B3', 100)).infcode).toBe(0);
    await world.add(put(node, { cancelledAt: instantOf('2026-09-01 10:00:00') }));
    expect((await window.settle('B1', 100)).infcode).toBe(0);
  });

  it('serves its own people and its province when only the national node is down', async () => {
    await world.add(put('national'));
    for (const persona of ['guangzhou-worker-diabetes', 'shenzhen-worker-unpaid']) {
      const window = await openWindow(world, { persona });
      await window.upload('B1', 100);
      expect((await window.settle('B1', 100)).err_msg).toBeNull();
    }
  });

  it('is told by an insured place of the same province, which no national node stands before', async () => {
    const window = await openWindow(world, { persona: 'guangzhou-worker-diabetes' });
    await window.upload('B1', 100);
    await world.add(put('440100'));
    expect((await window.settle('B1', 100)).err_msg).toBe(`[参保地 广州市] ${DOWN}`);
  });

  it('hears from 2001 that nothing can be said, not that there is no benefit', async () => {
    const { psn_no } = world.persona('xian-acceptance-worker');
    const check = () =>
      world.call<Output>('2001', { data: { psn_no, insutype: '310', med_type: '11' } }, { insuplc_admdvs: '610100' });
    await world.add(put('610100'));
    expect(await check()).toMatchObject({ infcode: -1, err_msg: `[参保地 西安市] ${DOWN}` });
    world.setClock('2026-09-01 11:00:00');
    expect((await check()).output.trtinfo).toMatchObject([{ trt_enjymnt_flag: '1' }]);
  });
});

describe('a window', () => {
  const asks = () => world.call('1901', { data: { type: 'GEND' } }).then(({ infcode }) => infcode);

  it('holds from its begin to before its end', async () => {
    await world.add(put('440300'));
    const heard: number[] = [];
    for (const at of ['09:29:59', '09:30:00', '10:59:59', '11:00:00']) {
      world.setClock(`2026-09-01 ${at}`);
      heard.push(await asks());
    }
    expect(heard).toEqual([0, -1, -1, 0]);
  });

  it('that lasts longer is the one that is told', async () => {
    const end = instantOf('2026-09-01 23:00:00');
    await world.add(put('440300'), put('440300', { id: 'MT-2', end, text: '延长。' }), put('440300', { id: 'MT-3' }));
    expect((await world.call('1901', { data: { type: 'GEND' } })).err_msg).toContain('至 2026-09-01 23:00');
  });
});

describe('an insured place that answers in a turn of its own', () => {
  it.each(['xian-acceptance-worker', 'guangzhou-worker-diabetes'])(
    'is not even asked while it is down: %s',
    async (persona) => {
      const sent: string[] = [];
      const before = (question: { readonly infno: string }) => Promise.resolve(void sent.push(question.infno));
      const slow = await openTestWorld({ insuredPlace: (_insuplc, running) => slowPlace(running, { before }) });
      const window = await openWindow(slow, { persona });
      await window.upload('B1', 100);
      await slow.add(put(persona.startsWith('xian') ? '610100' : '440100'));
      const settled = await window.settle('B1', 100);
      expect([settled.err_msg?.includes(DOWN), sent]).toEqual([true, ['1005']]);
      await slow.close();
    },
  );

  it('is not asked again about an unknown outcome while it is down, and is afterwards', async () => {
    const lost = { answers: true };
    const after = () => (lost.answers ? new Promise<void>(() => undefined) : Promise.resolve());
    const slow = await openTestWorld({
      insuredPlace: (_insuplc, running) => slowPlace(running, { after, timeoutMs: 20 }),
    });
    lost.answers = false;
    const window = await openWindow(slow, { persona: 'xian-acceptance-worker' });
    await window.upload('B1', 100);
    lost.answers = true;
    expect((await window.settle('B1', 100, 'S1')).err_msg).toContain('结果未知');
    lost.answers = false;
    await slow.add(put('610100'));
    expect((await window.settle('B1', 100, 'S1')).err_msg).toBe(`[参保地 西安市] ${DOWN}`);
    slow.setClock('2026-09-01 11:00:00');
    expect((await window.settle('B1', 100, 'S1')).err_msg).toBeNull();
    await slow.close();
  });
});
