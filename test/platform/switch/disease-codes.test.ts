import { describe, expect, it } from 'vitest';
import type { Output as Entitled } from '../../../src/platform/domain/national/1406.gen.ts';
import { openProvince } from '../../support/province.ts';
import { openTestWorld, type TestWorld } from '../../support/world.ts';

/** Codes that are nearly one of the sixteen: children and neighbours, another spelling, a blank too many. */
const NEAR = [
  'M00201', 'M00202', 'M00203', 'M00503', 'M01609', 'M03901', 'M03999', 'M05301', 'M06901', 'M07200X', 'M07800',
  'M07803', 'M07804', 'M08307', 'M08399', 'M0390', 'M039000', 'm03900', 'M03900 ', ' M03900', 'M 03900', 'M０3900',
  'MO3900', '03900',
]; // prettier-ignore

const outside = (code: string) =>
  `[国家平台] 病种 ${code} 不在跨省直接结算范围，请核对全国统一病种代码；确不在范围的，全额现金结算后回参保地手工报销`;

const entitledTo = async (world: TestWorld, persona: string, more: Readonly<Record<string, string>> = {}) => {
  const { output } = await openProvince(world, persona, '').ask<Entitled>('1406', more);
  return output.opspinfo.map(({ opsp_dise_code, poolarea_dise_code }) => [opsp_dise_code, poolarea_dise_code]);
};

describe('a code that is nearly one of the list', () => {
  it.each(NEAR)('is stopped as it was sent: “%s”', async (code) => {
    const world = await openTestWorld();
    const { claim } = openProvince(world, 'xian-worker-hypertension-diabetes', 'M03900');
    expect((await claim({ dise_codg: code })).err_msg).toBe(outside(code));
    expect((await claim({ dise_codg: code }, '1106')).err_msg).toBe(outside(code));
    await world.close();
  });

  it('is in 1406 only where the place has no mapping for it', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('nanjing-worker-no-card');
    const qualification = (row: { local_dise_code: string; opsp_dise_code?: string }) => ({
      kind: 'qualification.put' as const,
      qualification: {
        ...row,
        trt_dcla_detl_sn: row.local_dise_code,
        psn_no,
        insutype: '310',
        opsp_dise_name: '病毒性肝炎',
        begndate: '2025-01-01',
      },
    });
    const before = await entitledTo(world, 'nanjing-worker-no-card');
    await world.add(
      qualification({ local_dise_code: 'M00202', opsp_dise_code: 'M00200' }),
      qualification({ local_dise_code: 'M00203' }),
    );
    expect(await entitledTo(world, 'nanjing-worker-no-card')).toEqual([
      ...before,
      ['M00200', 'M00202'],
      ['M00203', 'M00203'],
    ]);
  });
});

describe('1406', () => {
  it.each([
    ['nanjing-resident-hepatitis-local-code', [['M00200', 'M00201']]],
    ['nanjing-worker-dialysis-unmapped-code', [['M07804', 'M07804']]],
    ['xian-worker-out-of-scope', [['M00300', 'M00300']]],
    ['xian-worker-kidney-transplant', [['M08301', 'M08301']]],
  ])('of %s carries the national code, the local one beside it', async (persona, codes) => {
    expect(await entitledTo(await openTestWorld(), persona)).toEqual(codes);
  });

  it('is asked for a national code, not for the local one that is mapped to it', async () => {
    const world = await openTestWorld();
    const asked = (opsp_dise_code: string) =>
      world.national<Entitled>('1406', {
        data: {
          mdtrtarea: '440300',
          insuplc: '320100',
          psn_no: world.persona('nanjing-resident-hepatitis-local-code').psn_no,
          opsp_dise_code,
        },
      });
    expect((await asked('M00200')).output.opspinfo).toHaveLength(1);
    expect((await asked('M00201')).output.opspinfo).toEqual([]);
  });

  it('tells of the seeds no near miss but the one whose mapping is missing', async () => {
    const world = await openTestWorld();
    const listed = new Set(world.world.library.diseases.crossProvince.map(({ code }) => code));
    const beyond: string[] = [];
    for (const { persona, insurances } of world.world.store.reader.personas()) {
      if (insurances[0]?.insuplc_admdvs.startsWith('44') !== false) continue;
      const codes = (await entitledTo(world, persona?.id ?? '')).map(([code]) => code ?? '');
      beyond.push(...codes.filter((code) => !listed.has(code)));
    }
    expect([...new Set(beyond)].sort()).toEqual(['M00300', 'M07804']);
  });
});

describe('a category code 大类 and its fine codes 细码, at the national door', () => {
  const FINE = ['M08301', 'M08302', 'M08303', 'M08304', 'M08305', 'M08306'];

  it.each(['M08300', ...FINE])('who is recognised by category is settled under %s', async (code) => {
    const { claim } = openProvince(await openTestWorld(), 'xian-retiree-transplant', code);
    expect((await claim()).err_msg).toBeNull();
  });

  it.each(['M08300', 'M08301'])('who is recognised by the fine code M08301 is settled under %s', async (code) => {
    const { claim } = openProvince(await openTestWorld(), 'xian-worker-kidney-transplant', code);
    expect((await claim()).err_msg).toBeNull();
  });

  it.each(FINE.slice(1))('but not under the other fine code %s', async (code) => {
    const { claim } = openProvince(await openTestWorld(), 'xian-worker-kidney-transplant', code);
    expect((await claim()).err_msg).toBe('[参保地 西安市] 无该病种待遇，请按普通门诊结算');
  });

  it('an institution that opened the category serves the fine codes, and the other way round', async () => {
    const world = await openTestWorld();
    const institution = world.world.store.reader.institution('H44030099001');
    if (!institution) throw new Error('the seeds have the hospital');
    const open = (...codes: string[]) => {
      const openedDiseases = codes.map((opsp_dise_code) => ({ opsp_dise_code, begndate: '2025-01-01' }));
      return world.add({ kind: 'institution.put', institution: { ...institution, openedDiseases } });
    };
    const { claim } = openProvince(world, 'xian-retiree-transplant', 'M08303');
    await open('M08300');
    expect((await claim()).err_msg).toBeNull();
    await open('M08302');
    expect((await claim()).err_msg).toContain('就诊机构未开通病种 M08303');
    expect((await claim({ dise_codg: 'M08300' })).err_msg).toBeNull();
  });
});
