import { expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Institution } from '../../../src/platform/domain/institution.ts';
import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import { openProvince } from '../../support/province.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../support/world.ts';

/** Before the last day of 2024, when 19号文 opened M06900. */
const EARLY = '2024-12-01 10:00:00';
const OPEN = '2025-01-02 10:00:00';

const window = (node: Maintenance['node'], more: Partial<Maintenance> = {}): Maintenance => ({
  id: `MT${node}`,
  node,
  begin: instantOf('2024-12-01 09:00:00'),
  end: instantOf('2024-12-02 06:00:00'),
  text: '版本升级。',
  ...more,
});

const institution = (world: TestWorld): Institution => {
  const found = world.world.store.reader.institution(HOSPITAL);
  if (!found) throw new Error('the seeds have the hospital');
  return found;
};

it('stops a message with every fault for one after the other, in the order in which they are mended', async () => {
  const world = await openTestWorld({ now: EARLY });
  const { claim } = openProvince(world, 'xian-acceptance-worker', 'M06900');
  const wrong: Record<string, unknown> = {
    dise_codg: 'M00300',
    fixmedins_code: 'H44030099777',
    medfee_sumamt: 1,
  };
  const hears = async (text: string): Promise<void> => {
    expect((await claim(wrong)).err_msg).toBe(text);
    expect((await claim(wrong, '1106')).err_msg).toBe(text);
  };
  const down = '系统停机维护（2024-12-01 09:00 至 2024-12-02 06:00），请在维护结束后办理。版本升级。';
  const put = (...windows: readonly Maintenance[]) =>
    world.add(...windows.map((row) => ({ kind: 'maintenance.put' as const, window: row })));
  const over = (node: Maintenance['node']) => put(window(node, { cancelledAt: instantOf(EARLY) }));
  await put(window('national'), window('440000'), window('440300'), window('610000'), window('610100'));
  await world.add({ kind: 'place.put', state: { place: '610000', closed: '全省切换系统' } });
  await world.add({ kind: 'place.put', state: { place: '610100', closed: '尚在联调' } });

  await hears(`[国家平台] ${down}`);
  await over('national');
  await hears(`[就医地 广东省] ${down}`);
  await over('440000');
  await hears(`[就医地 深圳市] ${down}`);
  await over('440300');
  await hears(`[参保地 陕西省] ${down}`);
  await over('610000');
  await hears(`[参保地 西安市] ${down}`);
  await over('610100');

  // An insured place that does not exist is told last of all, though nothing else may be wrong with it.
  wrong['insuplc'] = '990000';
  const outside = '不在跨省直接结算范围，请核对全国统一病种代码；确不在范围的，全额现金结算后回参保地手工报销';
  await hears(`[国家平台] 病种 M00300 ${outside}`);
  wrong['dise_codg'] = 'M06900';
  await hears('[国家平台] 病种 M06900 自 2024-12-31 起方可跨省直接结算，请全额现金结算后回参保地手工报销');
  world.setClock(OPEN);

  const unknown = '机构未在国家平台登记：fixmedins_code（H44030099777），请核对编码，或由就医省先用 1603 上传机构信息';
  await hears(`[国家平台] ${unknown}`);
  wrong['fixmedins_code'] = HOSPITAL;
  const good = { ...institution(world), openedDiseases: [{ opsp_dise_code: 'M06900', begndate: '2024-12-31' }] };
  const change = (changes: Partial<Institution>) =>
    world.add({ kind: 'institution.put', institution: { ...good, ...changes } });
  await change({ online: 'suspended', outOfArea: 'province', openedDiseases: [] });
  await hears('[国家平台] 深圳市沙箱第一人民医院已暂停跨省联网结算，请到其他跨省联网定点医疗机构就医');
  await change({ online: 'cancelled', outOfArea: 'province', openedDiseases: [] });
  await hears('[国家平台] 深圳市沙箱第一人民医院已取消跨省联网结算，请到其他跨省联网定点医疗机构就医');
  await change({ outOfArea: 'province', openedDiseases: [] });
  await hears('[国家平台] 就诊机构未开通跨省异地就医直接结算，请到跨省联网定点医疗机构就医');
  await change({ openedDiseases: [] });
  const notOpened = '就诊机构未开通病种 M06900 的跨省直接结算，请到已开通的机构就医，或全额现金结算后回参保地手工报销';
  await hears(`[国家平台] ${notOpened}`);
  await change({});

  await hears('[国家平台] 参保地医保区划 insuplc_admdvs（990000）不存在');
  wrong['insuplc'] = '440100';
  await hears('[国家平台] 参保地与就医地同属一省，不经国家平台办理');
  delete wrong['insuplc'];
  const closed = (name: string, why: string) =>
    `[国家平台] 参保地${name}未开通跨省直接结算（${why}），请全额现金结算后回参保地手工报销`;
  await hears(closed('西安市', '尚在联调'));
  await world.add({ kind: 'place.put', state: { place: '610100' } });
  await hears(closed('陕西省', '全省切换系统'));
  await world.add({ kind: 'place.put', state: { place: '610000' } });

  await hears('[国家平台] 费用合计与分项不平：医疗费总额 ≠ 全自费 + 超限价 + 先自付 + 政策范围内');
  delete wrong['medfee_sumamt'];
  expect((await claim(wrong)).err_msg).toBeNull();
  expect(world.defects).toEqual([]);
});

it('lets earlier business and queries pass where new business is stopped, but not through maintenance', async () => {
  const world = await openTestWorld();
  const { claim, ask } = openProvince(world, 'xian-acceptance-worker', 'M06900');
  const settled = await claim();
  await world.add(
    { kind: 'place.put', state: { place: '610100', closed: '已关闭' } },
    { kind: 'institution.put', institution: { ...institution(world), online: 'cancelled', openedDiseases: [] } },
  );
  expect((await ask('1005')).err_msg).toContain('已取消跨省联网结算');
  expect((await claim({}, '1106')).err_msg).toContain('已取消跨省联网结算');
  expect((await ask('1406')).infcode).toBe(0);
  const begin = instantOf('2026-09-01 09:00:00');
  const later = { begin, end: instantOf('2026-09-01 11:00:00') };
  const { setl_sn } = settled.output.setlinfo;
  for (const node of ['national', '440300', '610000'] as const) {
    await world.add({ kind: 'maintenance.put', window: window(node, later) });
    for (const infno of ['1203', '1301', '1406', '1005']) {
      expect((await ask(infno, { setl_sn, oinfno: '1203', omsgid: 'R1' })).err_msg).toContain('系统停机维护');
    }
    await world.add({ kind: 'maintenance.put', window: window(node, { ...later, cancelledAt: begin }) });
  }
  const refund = await ask('1203', { setl_sn }, 'R1');
  expect(refund.err_msg).toBeNull();
  expect((await ask('1301', { oinfno: '1203', omsgid: 'R1' })).err_msg).toBeNull();
});

it('counts a registration as new business: institution and insured place stop it', async () => {
  const world = await openTestWorld();
  const { ask } = openProvince(world, 'xian-acceptance-worker', 'M06900');
  await world.add({ kind: 'place.put', state: { place: '610000', closed: '未上线' } });
  expect((await ask('1005')).err_msg).toContain('[国家平台] 参保地陕西省未开通跨省直接结算（未上线）');
  await world.add({ kind: 'institution.put', institution: { ...institution(world), online: 'suspended' } });
  expect((await ask('1005')).err_msg).toContain('[国家平台] 深圳市沙箱第一人民医院已暂停跨省联网结算');
});

it('lets a disease that opens later through in a joint test, and no other fault with it', async () => {
  const settings = { jointTest: true };
  const world = await openTestWorld({ now: EARLY, settings });
  const { claim } = openProvince(world, 'xian-acceptance-worker', 'M06900');
  const openFrom = (begndate: string) => {
    const openedDiseases = [{ opsp_dise_code: 'M06900', begndate }];
    return world.add({ kind: 'institution.put', institution: { ...institution(world), openedDiseases } });
  };
  await openFrom('2024-12-31');
  expect((await claim()).err_msg).toContain('未开通病种 M06900');
  await openFrom('2024-11-01');
  expect((await claim()).err_msg).toBeNull();
  expect((await claim({ dise_codg: 'M00300' })).err_msg).toContain('病种 M00300 不在跨省直接结算范围');
  settings.jointTest = false;
  expect((await claim()).err_msg).toContain('自 2024-12-31 起方可跨省直接结算');
});
