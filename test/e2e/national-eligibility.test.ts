import { beforeEach, describe, expect, it } from 'vitest';
import type { Filing, Insurance, Qualification } from '../../src/platform/domain/person.ts';
import { openProvince, type Province } from '../support/province.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';

/**
 * What the insured place checks before it pays a province's 1107, on the day of service; the clock stands at
 * 2026-09-01.
 */
let world: TestWorld;
let province: Province;
let psn_no: string;

const WHO = 'xian-worker-no-filing';

beforeEach(async () => {
  world = await openTestWorld();
  province = openProvince(world, WHO, 'M06900');
  psn_no = world.persona(WHO).psn_no;
  return async () => {
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

const hears = async (changes: Readonly<Record<string, unknown>> = {}) => (await province.claim(changes)).err_msg;

const file = (filing: Partial<Filing>) =>
  world.add({
    kind: 'filing.put',
    filing: {
      trt_dcla_detl_sn: 'F1', psn_no, kind: 'resident', mdtrtarea_admdvs: '440300', begndate: '2026-01-01', ...filing,
    },
  }); // prettier-ignore

const qualify = (row: Partial<Qualification>) =>
  world.add({
    kind: 'qualification.put',
    qualification: {
      trt_dcla_detl_sn: 'Q1', psn_no, insutype: '310', local_dise_code: 'M03900', opsp_dise_code: 'M03900',
      opsp_dise_name: '高血压', begndate: '2026-08-10', ...row,
    },
  }); // prettier-ignore

const insure = (changes: Partial<Insurance>) => {
  const person = world.persona(WHO);
  const insurances = person.insurances.map((row) => ({ ...row, ...changes }));
  return world.add({ kind: 'person.put', person: { ...person, insurances } });
};

describe('insurance', () => {
  beforeEach(() => file({}));

  it.each([
    [{ psn_insu_stas: '2' }, '该参保人已暂停参保，不能享受待遇，请联系参保地'],
    [{ psn_insu_stas: '4' }, '该参保人已终止参保，不能享受待遇，请联系参保地'],
    [{ psn_insu_date: '2026-09-02' }, '该参保人自 2026-09-02 起参保，就诊时尚未参保，不能享受待遇'],
    [{ insutype: '390' }, '该参保人没有险种 310 的参保信息'],
    [{ insuplc_admdvs: '610200' }, '该参保人没有险种 310 的参保信息'],
  ])('of %j does not pay', async (changes, text) => {
    await insure(changes);
    expect(await hears()).toBe(`[参保地 西安市] ${text}`);
  });

  it('pays from its first day on', async () => {
    await insure({ psn_insu_date: '2026-09-01' });
    expect(await hears()).toBeNull();
  });
});

describe('a filing', () => {
  it.each(['resident', 'referral', 'emergency', 'other'] as const)('of the kind %s holds', async (kind) => {
    await file({ kind });
    expect(await hears()).toBeNull();
  });

  it.each([
    ['its city', { mdtrtarea_admdvs: '440300' }, null],
    ['a district of it', { mdtrtarea_admdvs: '440305' }, null],
    ['its whole province', { mdtrtarea_admdvs: '440000' }, null],
    ['this institution', { fixmedins_code: 'H44030099001' }, null],
    ['another institution', { fixmedins_code: 'H44030099004' }, '备案指定在机构 H44030099004 就医，与本次就诊机构不符'],
    ['another city of the province', { mdtrtarea_admdvs: '440100' }, '备案就医地（广州市）与本次就医地不符'],
    ['another province', { mdtrtarea_admdvs: '510000' }, '备案就医地（四川省）与本次就医地不符'],
  ])('to %s', async (_what, filing, text) => {
    await file(filing);
    expect(await hears()).toBe(text && `[参保地 西安市] ${text}`);
  });

  it.each([
    ['until the day of service', { enddate: '2026-09-01' }, null],
    ['from the day of service', { begndate: '2026-09-01' }, null],
    ['until the day before', { enddate: '2026-08-31' }, '异地就医备案已于 2026-08-31 到期，请重新备案'],
    ['from the day after', { begndate: '2026-09-02' }, '异地就医备案自 2026-09-02 起生效'],
  ])('%s', async (_what, filing, text) => {
    await file(filing);
    expect(await hears()).toBe(text && `[参保地 西安市] ${text}`);
  });

  it('is asked for on the day of service, not of settlement', async () => {
    await file({ enddate: '2026-08-31' });
    expect(await hears({ begntime: '2026-08-31 23:59:59' })).toBeNull();
  });

  it('is not needed by an emergency: by its category 急诊抢救, or by the mark on the message', async () => {
    expect(await hears()).toBe('[参保地 西安市] 未查询到有效备案，请先办理异地就医备案');
    expect(await hears({ er_flag: '0' })).toContain('未查询到有效备案');
    expect(await hears({ er_flag: '1' })).toBeNull();
    expect(await hears({ med_type: '1301', dise_codg: null })).toBeNull();
  });

  it('does not make a benefit of a disease', async () => {
    await file({});
    expect(await hears({ dise_codg: 'M03900' })).toBe('[参保地 西安市] 无该病种待遇，请按普通门诊结算');
  });
});

describe('a qualification', () => {
  beforeEach(() => file({}));

  it('holds on the day of service, from its first day to its last', async () => {
    await qualify({ enddate: '2026-08-20' });
    const on = (day: string) => hears({ dise_codg: 'M03900', begntime: `${day} 12:00:00` });
    expect(await on('2026-08-09')).toBe('[参保地 西安市] 无该病种待遇，请按普通门诊结算');
    expect(await on('2026-08-10')).toBeNull();
    expect(await on('2026-08-20')).toBeNull();
    expect(await on('2026-08-21')).toBe('[参保地 西安市] 该病种待遇已于 2026-08-20 到期，请按普通门诊结算');
  });

  it('of another insurance does not count', async () => {
    await qualify({ insutype: '390' });
    expect(await hears({ dise_codg: 'M03900' })).toBe('[参保地 西安市] 无该病种待遇，请按普通门诊结算');
  });

  it('that is missing never changes the category: the bill settles as 普通门诊 only when it is sent so', async () => {
    const settled = () => world.world.store.reader.settlementsByVisitNumber('national', '440300CLAIM1');
    await province.claim({ dise_codg: 'M03900' });
    expect(settled()).toEqual([]);
    const { output } = await province.claim({ med_type: '11', dise_codg: null });
    expect(output.setlinfo).toMatchObject({ med_type: '11', dise_codg: null });
  });
});

describe('a chosen institution', () => {
  const choose = (fixmedins_code: string, more: { opsp_dise_code?: string; enddate?: string } = {}) =>
    world.add({
      kind: 'chosen.put',
      chosen: {
        psn_no, insutype: '310', biz_appy_type: '03', fix_srt_no: '1', fixmedins_code, fixmedins_name: '选定的医院',
        begndate: '2026-01-01', ...more,
      },
    }); // prettier-ignore

  beforeEach(() => file({}));

  it('is the only one, for its disease and while it holds', async () => {
    const text = '[参保地 西安市] 本次就诊机构不是本人选定的门诊慢特病定点医疗机构（已选定选定的医院）';
    await choose('H44030099004', { opsp_dise_code: 'M06900' });
    expect(await hears()).toBe(text);
    await qualify({});
    expect(await hears({ dise_codg: 'M03900' })).toBeNull();
    expect(await hears({ med_type: '11', dise_codg: null })).toBeNull();
    await choose('H44030099004', { opsp_dise_code: 'M06900', enddate: '2026-08-31' });
    expect(await hears()).toBeNull();
  });

  it('may be this one', async () => {
    await choose('H44030099001');
    expect(await hears()).toBeNull();
  });
});

describe('several diseases', () => {
  it('are reckoned by the rule of the insured place, while they hold', async () => {
    const worker = 'nanjing-worker-rheumatoid';
    const nanjing = openProvince(world, worker, 'M06900');
    ({ psn_no } = world.persona(worker));
    const rules = async (begntime: string) => {
      const { output } = await nanjing.claim({ begntime, medfee_sumamt: 1000 });
      const settlement = world.world.store.reader.settlement('insured', output.setlinfo.setl_sn);
      return settlement?.explanation.map(({ rule }) => rule) ?? [];
    };
    await qualify({ begndate: '2026-08-20' });
    expect(await rules('2026-08-19 10:00:00')).not.toContain('several-diseases');
    expect(await rules('2026-08-20 10:00:00')).toContain('several-diseases');
  });
});

describe('one settlement', () => {
  beforeEach(() => file({}));

  it('is of one disease: a line of another one is settled apart', async () => {
    const other = await province.claim({}, '1107', { dise_codg: 'M03900' });
    expect(other.err_msg).toBe(
      '[参保地 西安市] 明细 1 的病种 M03900 与结算病种 M06900 不符，一次只结算一个病种，请分开结算',
    );
    expect((await province.claim({}, '1106', { dise_codg: 'M03900' })).err_msg).toBe(other.err_msg);
  });

  it('takes lines that name no disease, and as 普通门诊 lines that name any', async () => {
    expect((await province.claim({}, '1107', { dise_codg: null })).err_msg).toBeNull();
    const ordinary = await province.claim({ med_type: '11', dise_codg: null }, '1107', { dise_codg: 'M03900' });
    expect(ordinary.err_msg).toBeNull();
  });
});
