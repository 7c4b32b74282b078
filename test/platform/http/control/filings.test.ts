import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Entry = {
  readonly trt_dcla_detl_sn: string;
  readonly state: string;
  readonly holds: boolean;
  readonly psn_name: string;
  readonly begndate: string;
  readonly enddate: string | null;
  readonly sent_by: string | null;
  readonly replaces: string | null;
  readonly steps: readonly { readonly state: string; readonly at: string; readonly note: string | null }[];
};
type Answer = {
  readonly message?: string;
  readonly errors?: readonly object[];
  readonly filing: Entry;
  readonly filings: readonly Entry[];
  readonly at?: object;
};

let workspaces = 0;
let base = '';

/** Every describe has a workspace of its own. */
const freshWorkspace = () =>
  beforeAll(async () => {
    workspaces += 1;
    await counter.sandbox().create(`f${workspaces}`);
    base = `/w/f${workspaces}/_sandbox`;
  });

const get = (query = '') => counter.control<Answer>('GET', `${base}/filings${query}`);
const post = (path: string, form: object = {}) => counter.control<Answer>('POST', `${base}/filings${path}`, form);
const PERSON = 'xian-worker-no-filing';
const register = (more: object = {}) =>
  post('', { person: PERSON, kind: 'resident', mdtrtarea_admdvs: '440300', ...more });

const reader = () => {
  const workspace = counter.sandbox().workspace(`f${workspaces}`);
  must(workspace, 'the workspace of this describe is open');
  return workspace.world().store.reader;
};

describe('a filing', () => {
  freshWorkspace();

  it('is registered, waits, and is approved', async () => {
    expect((await get()).json.filings).toEqual([]);
    const { status, json } = await register({ note: '长住深圳' });
    expect(status).toBe(201);
    expect(json.filing).toMatchObject({
      trt_dcla_detl_sn: '61010026090110000001',
      state: 'applied',
      state_name: '已申请',
      holds: false,
      psn_name: '秦未备',
      insuplc_name: '西安市',
      kind_name: '长期居住',
      mdtrtarea_name: '深圳市',
      fixmedins_code: null,
      begndate: '2026-09-01',
      enddate: null,
      sent_by: null,
      steps: [{ state: 'applied', at: '2026-09-01 10:00:00', note: '长住深圳' }],
    });
    expect((await get('?pending=true')).json.filings).toEqual([json.filing]);
    const no = json.filing.trt_dcla_detl_sn;
    const approved = await post(`/${no}/review`, { result: 'approved' });
    expect(approved).toMatchObject({ status: 200, json: { filing: { state: 'approved', holds: true } } });
    expect((await get('?pending=true')).json.filings).toEqual([]);
  });

  it('is found by who it is of, and an institution says whether it covers it', async () => {
    const shenzhen = await get(`?person=${PERSON}&institution=H44030099001`);
    expect(shenzhen.json.filings).toHaveLength(1);
    expect(shenzhen.json.at).toMatchObject({ ok: true, text: '备案 61010026090110000001 有效' });
    expect((await get(`?person=${PERSON}&institution=H51010099001`)).json.at).toMatchObject({
      fixmedins_name: '成都市沙箱第三人民医院',
      ok: false,
      text: '备案就医地（深圳市）与本次就医地不符',
    });
    expect((await get(`?person=${PERSON}&institution=H61010099001`)).json.at).toMatchObject({ ok: true });
    expect((await get(`?person=${PERSON}&institution=H1`)).status).toBe(404);
    expect((await get('?person=nobody')).status).toBe(404);
  });

  it('is cancelled with a remark, once', async () => {
    const no = '61010026090110000001';
    const { json } = await post(`/${no}/cancel`, { note: '返回西安' });
    expect(json.filing).toMatchObject({ state: 'cancelled', holds: false });
    expect(json.filing.steps.at(-1)).toMatchObject({ state: 'cancelled', note: '返回西安' });
    expect(await post(`/${no}/cancel`)).toMatchObject({
      status: 422,
      json: { message: `[参保地 西安市] ${no} 已撤销，不能撤销；已办结，如有需要请重新申请` },
    });
    expect((await post(`/${no}/review`, { result: 'approved' })).json.message).toContain('已撤销，不能审核通过');
    expect((await post(`/${no}/change`, { mdtrtarea_admdvs: '510100' })).json.message).toContain('已撤销，不能变更');
  });
});

describe('a filing that is not wanted', () => {
  freshWorkspace();

  it.each<[object, string]>([
    [{ person: '1' }, '[沙箱] 该参保人的基本信息为空'],
    [{ kind: 'forever' }, 'kind 应为 resident、referral、emergency、other 之一'],
    [{ kind: undefined }, '缺少 kind'],
    [{ mdtrtarea_admdvs: '深圳' }, '就医地区划 mdtrtarea_admdvs（深圳）不存在，请填市（如 440300）'],
    [{ mdtrtarea_admdvs: '610102' }, '就医地就是参保地西安市，无须备案'],
    [{ fixmedins_code: 'H44030099999' }, '机构 fixmedins_code（H44030099999）不存在'],
    [{ fixmedins_code: 'H51010099001' }, '在成都市（510100），不在就医地 mdtrtarea_admdvs（440300）内'],
    [{ begndate: '2026-09-31' }, 'begndate “2026-09-31” 应为日期 yyyy-MM-dd'],
    [{ begndate: '2026-10-01', enddate: '2026-09-30' }, '结束日期 enddate（2026-09-30）早于开始日期'],
    [{ begndate: '2027-09-02' }, '开始日期 begndate（2027-09-02）过晚，最晚 2027-09-01'],
    [{ until: '2026-10-01' }, '不认识的字段 until'],
    [{ person: 'nanjing-worker-terminated', note: 'x'.repeat(201) }, 'note 过长，最多 200'],
  ])('is refused for %j and leaves no trace', async (more, message) => {
    const { status, json } = await register(more);
    expect([status, json.message]).toEqual([422, expect.stringContaining(message)]);
    expect(reader().applications()).toEqual([]);
    expect(counter.defects).toEqual([]);
  });

  it('is not reviewed under a number that nobody has', async () => {
    const message = '[沙箱] 没有待遇申报明细流水号 9 的备案或申请，请用列表核对';
    expect(await post('/9/review', { result: 'approved' })).toMatchObject({ status: 422, json: { message } });
  });

  it('never looks up a number that a real person could have', async () => {
    const { json } = await register({ person: ['11010119900307', '0011'].join('') });
    expect(json.message).toContain('该参保人的基本信息为空');
  });
});

describe('the days of a filing', () => {
  freshWorkspace();

  it('are half a year for a temporary stay unless said, for a long stay open', async () => {
    const { json } = await register({ kind: 'other', approve: true });
    expect(json.filing).toMatchObject({ state: 'approved', begndate: '2026-09-01', enddate: '2027-03-01' });
    const short = await register({ kind: 'emergency', begndate: '2026-08-20', enddate: '2026-09-20', approve: true });
    expect(short.json.filing).toMatchObject({ begndate: '2026-08-20', enddate: '2026-09-20' });
  });

  it('may not meet those of one that is the same', async () => {
    expect((await register({ kind: 'other' })).json.message).toContain('已有相同的备案 61010026090110000001');
    expect((await register({ kind: 'other', begndate: '2027-03-02' })).status).toBe(201);
    expect((await register({ kind: 'other', begndate: '2027-03-10' })).json.message).toContain('正在办理');
  });
});

describe('a change', () => {
  freshWorkspace();

  it('that waits leaves the old filing in force; approved it takes its place', async () => {
    const old = (await register({ fixmedins_code: 'H44030099004', approve: true })).json.filing;
    const { json } = await post(`/${old.trt_dcla_detl_sn}/change`, {
      mdtrtarea_admdvs: '510100',
      begndate: '2026-09-05',
    });
    expect(json.filing).toMatchObject({
      state: 'applied',
      mdtrtarea_name: '成都市',
      fixmedins_code: null,
      replaces: old.trt_dcla_detl_sn,
    });
    const states = async () => (await get(`?person=${PERSON}`)).json.filings.map(({ state, holds }) => [state, holds]);
    expect(await states()).toEqual([
      ['approved', true],
      ['applied', false],
    ]);
    await post(`/${json.filing.trt_dcla_detl_sn}/review`, { result: 'approved' });
    expect(await states()).toEqual([
      ['changed', true],
      ['approved', false],
    ]);
    const [before] = reader().filings(reader().applications()[0]?.psn_no ?? '');
    expect(before).toMatchObject({ enddate: '2026-09-04', ended: { how: 'changed', on: '2026-09-01' } });
  });

  it('may be one of a filing that came with the seeds, or of one of the population', async () => {
    const listed = (await get('?person=xian-worker-filed-elsewhere')).json.filings;
    expect(listed).toMatchObject([{ state: 'approved', holds: true }]);
    const no = listed[0]?.trt_dcla_detl_sn ?? '';
    const { json } = await post(`/${no}/change`, { mdtrtarea_admdvs: '440300', approve: true });
    expect(json.filing).toMatchObject({ state: 'approved', holds: true, replaces: no });
    expect((await get('?person=xian-worker-filed-elsewhere')).json.filings.map(({ state }) => state)).toEqual([
      'changed',
      'approved',
    ]);
    // 申屠榕融, filed in 深圳 by the seed of the population.
    const [one] = (await get('?person=610100-140')).json.filings;
    must(one, '610100-140 is filed');
    const cancelled = await post(`/${one.trt_dcla_detl_sn}/cancel`);
    expect(cancelled.json.filing).toMatchObject({ state: 'cancelled', enddate: '2026-08-31' });
    expect((await get('?person=610100-140')).json.filings).toHaveLength(1);
  });

  it('never begins before today, nor after the last day of the old filing', async () => {
    const { json } = await register({ person: 'xian-worker-filed-province', kind: 'other', approve: true });
    const no = json.filing.trt_dcla_detl_sn;
    const change = async (form: object) => (await post(`/${no}/change`, form)).json.message;
    expect(await change({ begndate: '2026-08-31' })).toContain('早于今天 2026-09-01');
    expect(await change({ begndate: '2027-03-02' })).toContain('晚于原备案的最后一天 2027-03-01');
    expect(await change({ mdtrtarea_admdvs: '610100' })).toContain('就医地就是参保地');
  });

  it('is of no use when the old filing has been cancelled meanwhile', async () => {
    const person = 'xian-worker-no-qualification';
    const old = (await register({ person, mdtrtarea_admdvs: '110000', approve: true })).json.filing.trt_dcla_detl_sn;
    const change = await post(`/${old}/change`, { mdtrtarea_admdvs: '510100' });
    await post(`/${old}/cancel`);
    const { json } = await post(`/${change.json.filing.trt_dcla_detl_sn}/review`, { result: 'approved' });
    expect(json.message).toContain(`原备案 ${old} 已不能变更：${old} 已撤销，不能变更`);
  });
});

describe('a filing for a long stay', () => {
  freshWorkspace();

  it('is locked after its approval where the workspace says so', async () => {
    await counter.control('PATCH', `${base}/settings`, { filingLockMonths: 3 });
    const { trt_dcla_detl_sn: no } = (await register({ approve: true })).json.filing;
    const locked = `[参保地 西安市] 长期居住备案 ${no} 在 2026-12-01 前不能变更或撤销，请到期后再办`;
    expect((await post(`/${no}/cancel`)).json.message).toBe(locked);
    expect((await post(`/${no}/change`, { mdtrtarea_admdvs: '510100' })).json.message).toBe(locked);
    const other = (await register({ kind: 'other', approve: true })).json.filing.trt_dcla_detl_sn;
    expect((await post(`/${other}/cancel`)).status).toBe(200);
    const wrong = await counter.control('PATCH', `${base}/settings`, { filingLockMonths: 7 });
    expect(wrong).toMatchObject({ status: 422, json: { message: 'filingLockMonths 应为 0 到 6 的整数（月）' } });
  });
});
