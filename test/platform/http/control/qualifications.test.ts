import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Entry = {
  readonly trt_dcla_detl_sn: string;
  readonly state: string;
  readonly holds: boolean;
  readonly opsp_dise_code: string | null;
};
type Answer = {
  readonly message?: string;
  readonly qualification: Entry;
  readonly qualifications: readonly Entry[];
};

let workspaces = 0;
let base = '';

const freshWorkspace = () =>
  beforeAll(async () => {
    workspaces += 1;
    await counter.sandbox().create(`q${workspaces}`);
    base = `/w/q${workspaces}/_sandbox`;
  });

const get = (query = '') => counter.control<Answer>('GET', `${base}/qualifications${query}`);
const post = (path: string, form: object = {}) =>
  counter.control<Answer>('POST', `${base}/qualifications${path}`, form);
const PERSON = 'xian-worker-no-qualification';
const apply = (more: object = {}) => post('', { person: PERSON, dise_codg: 'M05300', ...more });

const reader = () => {
  const workspace = counter.sandbox().workspace(`q${workspaces}`);
  must(workspace, 'the workspace of this describe is open');
  return workspace.world().store.reader;
};

describe('a qualification', () => {
  freshWorkspace();

  it('is applied for, accepted, and recognised for the days that the result names', async () => {
    const applied = await apply();
    expect(applied.status).toBe(201);
    expect(applied.json.qualification).toMatchObject({
      trt_dcla_detl_sn: '61010026090120000001',
      state: 'applied',
      opsp_dise_code: 'M05300',
      opsp_dise_name: '慢性阻塞性肺疾病',
      insutype: '310',
      begndate: '2026-09-01',
      enddate: null,
    });
    const no = applied.json.qualification.trt_dcla_detl_sn;
    expect((await post(`/${no}/result`, { result: 'approved' })).json.message).toBe(
      `[参保地 西安市] ${no} 已申请，不能审核通过；现在可以：受理、撤销`,
    );
    expect((await post(`/${no}/accept`)).json.qualification.state).toBe('accepted');
    expect((await post(`/${no}/result`, { result: 'approved', enddate: '2026-08-31' })).json.message).toContain(
      '结束日期 enddate（2026-08-31）早于开始日期',
    );
    const days = { begndate: '2026-08-01', enddate: '2027-07-31' };
    const { json } = await post(`/${no}/result`, { result: 'approved', ...days });
    expect(json.qualification).toMatchObject({ state: 'approved', holds: true, ...days });
    expect((await get('?pending=true')).json.qualifications).toEqual([]);
  });

  it('is terminated with a reason: the place alone can do that', async () => {
    const no = '61010026090120000001';
    expect((await post(`/${no}/terminate`)).json.message).toBe('缺少 reason');
    const { json } = await post(`/${no}/terminate`, { reason: '伪造病历' });
    expect(json.qualification).toMatchObject({
      state: 'terminated',
      holds: false,
      enddate: '2026-08-31',
      steps: [{}, {}, {}, { state: 'terminated', note: '伪造病历' }],
    });
    expect(reader().upload('qualification', `610100 ${no}`)?.row['vali_flag']).toBe('0');
    expect((await post(`/${no}/terminate`, { reason: '再来' })).json.message).toContain('已终止，不能终止');
  });

  it('that has ended is in nobody’s way: the person may apply anew', async () => {
    const { json } = await apply();
    expect(json.qualification.state).toBe('applied');
    const no = json.qualification.trt_dcla_detl_sn;
    await post(`/${no}/accept`);
    expect((await post(`/${no}/result`, { result: 'rejected', note: '检查不全' })).json.qualification).toMatchObject({
      state: 'rejected',
      holds: false,
    });
    expect(
      reader()
        .qualifications(reader().application(no)?.psn_no ?? '')
        .map(({ ended }) => ended?.how),
    ).toContain('terminated');
  });

  it('of the seeds and of the population is listed for its person', async () => {
    expect((await get('?person=xian-worker-hypertension-diabetes')).json.qualifications).toMatchObject([
      { state: 'approved', holds: true, opsp_dise_code: 'M03900' },
      { state: 'approved', holds: true, opsp_dise_code: 'M01600' },
    ]);
    const [one] = (await get('?person=610100-140')).json.qualifications;
    must(one, '610100-140 has 高血压');
    expect((await post(`/${one.trt_dcla_detl_sn}/terminate`, { reason: '冒名' })).json.qualification).toMatchObject({
      state: 'terminated',
      opsp_dise_code: 'M03900',
    });
  });
});

describe('an application that is not wanted', () => {
  freshWorkspace();

  it.each<[object, string]>([
    [{ dise_codg: undefined }, '病种代码 dise_codg 和本地病种代码 local_dise_code 至少写一个'],
    [{ dise_codg: 'COPD' }, 'dise_codg “COPD” 应为病种代码'],
    [{ dise_codg: 'M99999' }, '沙箱不知道病种 M99999 的名称，请写 dise_name'],
    [{ insutype: '390' }, '该参保人没有险种 390 的参保信息'],
    [{ person: 'xian-worker-filed-elsewhere', dise_codg: 'M03900' }, '病种 M03900 在这段时间已有认定资格'],
    [{ begndate: '2027-10-01' }, '开始日期 begndate（2027-10-01）过晚'],
  ])('is refused for %j and leaves no trace', async (more, message) => {
    const { status, json } = await apply(more);
    expect([status, json.message]).toEqual([422, expect.stringContaining(message)]);
    expect(reader().applications()).toEqual([]);
    expect(counter.defects).toEqual([]);
  });

  it('is not found among filings, nor they here', async () => {
    const no = (await apply()).json.qualification.trt_dcla_detl_sn;
    const cancelled = await counter.control<Answer>('POST', `${base}/filings/${no}/cancel`, {});
    expect(cancelled.json.message).toContain(`没有待遇申报明细流水号 ${no}`);
    expect((await apply()).json.message).toContain(`相同的申请 ${no} 正在办理`);
  });

  it('is taken under a code of the place alone', async () => {
    const local = { dise_codg: undefined, local_dise_code: 'XA123', dise_name: '地方病种' };
    expect((await apply(local)).json.qualification).toMatchObject({ opsp_dise_code: null, local_dise_code: 'XA123' });
  });
});
