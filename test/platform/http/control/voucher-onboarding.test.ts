import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../../src/platform/cli/voucher/onboarding-words.ts';
import { HOSPITAL, openCounter } from '../counter.ts';
import { settle } from '../settle.ts';

const counter = openCounter();
const HOSTILE = '<b>信息科</b>';
const checklist = {
  department: HOSTILE,
  phone: '0755-0',
  vendor: '沙箱信息',
  types: ['1', '3'],
  plannedOn: '2026-12-01',
};

type Problem = { readonly message?: string };
type Cells = { readonly cells: readonly { ticket: string; infno: string; state: string; evidence: string[] }[] };
type Paper = Problem & {
  readonly complete: boolean;
  readonly passed: number;
  readonly rows: readonly object[];
  readonly problems: readonly string[];
  readonly institutions: readonly object[];
};

const step = (name: string, more: object = {}, institutions: readonly string[] = [HOSPITAL]) =>
  counter.control<Problem & { institutions?: readonly Standing[] }>('POST', '/_sandbox/vouchers/onboarding/steps', {
    step: name,
    institutions,
    ...more,
  });
const put = (state: string, code = HOSPITAL) =>
  counter.control<Standing & Problem>('PUT', `/_sandbox/vouchers/onboarding/${code}`, { state });
const paper = (query: string) => counter.control<Paper>('GET', `/_sandbox/vouchers/papers/${query}&format=json`);
const page = async (query: string) => (await counter.request(`/_sandbox/vouchers/papers/${query}`)).text();
const one = () => counter.control<Standing & Cells>('GET', `/_sandbox/vouchers/onboarding/${HOSPITAL}`);

let serial = 0;
const send = async (infno: string, input: object) => {
  const msgid = `${HOSPITAL}20260901120000${String((serial += 1)).padStart(4, '0')}`;
  const response = await counter.post(`/fsi/api/${infno}`, { infno, msgid, input });
  return (await response.json()) as { infcode: number; err_msg: string | null };
};
const made = async (form: object) =>
  (
    await counter.control<{ input: object; upldBchno: string; bizStsb: string }>(
      'POST',
      '/_sandbox/vouchers/make',
      form,
    )
  ).json;

describe('the onboarding by the control API', () => {
  it('begins in 测试, so that a first upload works; an institution can be put elsewhere', async () => {
    expect((await one()).json).toMatchObject({ state: 'test', orders: [], history: [] });
    expect((await put('none')).json).toMatchObject({ state: 'none', next: [{ step: 'apply', by: '定点医疗机构' }] });
    const { setl_id } = await settle(counter);
    const { input } = await made({ settlements: [setl_id] });
    expect((await send('4901', input)).err_msg).toContain('没有接入电子结算凭证中心（未接入），不能上传');
    await put('test');
    expect((await send('4901', input)).infcode).toBe(0);
    const { json } = await counter.control<{ institutions: Standing[] }>('GET', '/_sandbox/vouchers/onboarding');
    expect(json.institutions.length).toBeGreaterThan(3);
  });

  it('counts what came since the test began, with evidence that can be opened', async () => {
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-09-01 10:05:00' });
    const passed = ({ cells }: Cells) => cells.filter(({ state }) => state === 'passed');
    const cells = (await one()).json;
    expect(passed(cells)).toMatchObject([{ ticket: 'cross-province', infno: '4901' }]);
    const trace = passed(cells)[0]?.evidence[0] ?? '';
    expect((await counter.request(`/_sandbox/exchanges/${trace}`)).status).toBe(200);
    expect((await step('report', { compiledBy: '信息科' })).json.message).toContain('12 项中还有 11 项未通过');
    // A test that begins anew does not count what was before.
    await put('test');
    expect(passed((await one()).json)).toEqual([]);
  });

  it('takes several institutions of a place together or none of them, under one work order', async () => {
    const others = ['H44030099002', 'H44030099003'];
    for (const code of others) await put('none', code);
    expect((await step('apply', checklist, others)).status).toBe(200);
    const mixed = await step('forward', {}, [others[0] ?? '', 'H61010099001']);
    expect([mixed.status, mixed.json.message]).toEqual([422, '几家机构不在同一统筹区，一张工单只汇总一个统筹区的机构']);
    await step('return', {}, others.slice(1));
    const half = await step('forward', {}, others);
    expect([half.status, half.json.message]).toEqual([422, expect.stringContaining('H44030099003：现为“未接入”')]);
    await step('apply', checklist, others.slice(1));
    const forwarded = (await step('forward', {}, others)).json.institutions ?? [];
    expect(
      new Set(forwarded.flatMap(({ orders }) => orders.filter(({ state }) => state === 'open')).map(({ no }) => no))
        .size,
    ).toBe(1);
    const listed = await paper('checklist?city=440300');
    expect(listed.json).toMatchObject({ complete: true, institutions: [{ types: ['1', '3'] }, {}] });
    const html = await page('checklist?city=440300');
    expect(html).toContain('&#60;b&#62;信息科');
    expect(html).not.toContain(HOSTILE);
    expect(html).toContain('本表的栏目由沙箱自定');
  });

  it('prints a draft honestly: twelve lines, 未测试 where nothing came', async () => {
    const draft = (await paper(`test?institution=${HOSPITAL}`)).json;
    expect(draft).toMatchObject({ complete: false, passed: 0 });
    expect(draft.rows).toHaveLength(12);
    const html = await page(`test?institution=${HOSPITAL}`);
    expect(html.match(/未测试/g)?.length).toBeGreaterThanOrEqual(12);
    expect(html.match(/rowspan="4"/g)).toHaveLength(6);
    expect(html).toContain('草稿');
    expect(html).not.toMatch(/<script|https?:/);
    expect((await paper('launch?city=440300')).json).toMatchObject({ complete: false, institutions: [] });
    await put('live');
    expect((await paper('launch?city=440300')).json.institutions).toMatchObject([{ confirmed: false }]);
  });

  it('rests on nothing that came before the launch, even if that is told while the evidence is gathered', async () => {
    await put('live');
    const { setl_id } = await settle(counter);
    const { input, upldBchno, bizStsb } = await made({ settlements: [setl_id] });
    const [row] = (input as { upldDetlList: [{ elecSetlCertCode: string; elecSetlCertNo: string }] }).upldDetlList;
    const { elecSetlCertCode, elecSetlCertNo } = row;
    const own = { fixmedinsCode: HOSPITAL, fixmedinsName: '深圳市沙箱第一人民医院' };
    await send('4901', input);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '+1min' });
    await send('4902', { ...own, upldBchno, bizStsb });
    await send('5501', { ...own, elecSetlCertCode, elecSetlCertNo, elecSetlCertType: '1' });
    await send('4905', (await made({ settlements: [setl_id], again: true })).input);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '+1min' });
    expect((await one()).json.cells.filter(({ state }) => state === 'passed')).toHaveLength(4);
    const [verified] = await Promise.all([step('verify'), put('live')]);
    expect((await one()).json.history.at(-1)).toMatchObject({ name: '沙箱直接改为已上线，待功能验证' });
    expect(verified.json.message ?? '还没有成功办理过').toContain('还没有成功办理过');
  });

  it('says in Chinese what does not fit', async () => {
    expect((await put('test', 'H1')).json.message).toBe('没有机构 H1');
    expect((await put('gone')).json.message).toBe('state 应为 none、test、live 之一');
    expect((await step('jump')).json.message).toContain('step 应为 apply、forward');
    expect((await step('apply', {}, ['H1'])).json.message).toBe('没有机构 H1');
    expect((await step('apply', { plannedOn: '明年' })).json.message).toContain('应为日期');
    expect((await paper('test?institution=H1')).json.message).toBe('没有机构 H1');
    expect((await paper('launch?city=440000')).json.message).toContain('应为统筹区区划');
    for (const name of ['other', 'constructor', '__proto__']) {
      expect((await paper(`${name}?city=440300`)).json.message).toContain(`没有文书 ${name}`);
    }
    const { status } = await counter.control('GET', '/_sandbox/vouchers/papers/checklist?city=440300&format=pdf');
    expect(status).toBe(422);
    expect(counter.defects).toEqual([]);
  });
});
