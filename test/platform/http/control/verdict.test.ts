import { describe, expect, it } from 'vitest';
import type { MoneyVerdict } from '../../../../src/platform/sandbox.ts';
import { HOSPITAL, openCounter } from '../counter.ts';
import { settle } from '../settle.ts';

const counter = openCounter();
const post = (body: string | object, query = '') =>
  counter.request(`/_sandbox/verdict/his-book${query}`, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const said = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });
const verdict = async () => (await counter.control<MoneyVerdict>('GET', '/_sandbox/verdict')).json;

const HEAD = 'fixmedins_code,setl_id,medfee_sumamt,state';

describe('GET /_sandbox/verdict', () => {
  it('judges nothing where nothing happened, and says what its parameters are', async () => {
    expect(await verdict()).toMatchObject({ convicted: false, cases: [], book: 'inferred', terms: { within: 1800 } });
    for (const query of ['within=soon', 'backoff=1', 'format=pdf', 'institution=H44', 'institution=']) {
      const { status, json } = await counter.control<{ message: string }>('GET', `/_sandbox/verdict?${query}`);
      expect(status).toBe(422);
      expect(json.message).toMatch(/^(within|backoff)（.*）应为时长|^format 应为 json|^沙箱没有机构/);
    }
  });

  it('is a page and JUnit as well', async () => {
    const page = await counter.request('/_sandbox/verdict?format=html');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('没有发现医院系统的问题');
    expect(await (await counter.request('/_sandbox/verdict?format=junit')).text()).toContain('合计相符');
  });
});

describe('the own book of the HIS', () => {
  it('is compared with the platform by CSV in either encoding, until it is taken back', async () => {
    const { setl_id } = await settle(counter);
    const row = (yuan: string, state = 'paid') => `${HEAD}\n${HOSPITAL},${setl_id},${yuan},${state}\n`;
    expect(await said(await post(row('218.00')))).toMatchObject({ status: 201, rows: 1, source: 'csv' });
    expect(await verdict()).toMatchObject({ convicted: false, book: 'csv', cases: [{ verdict: 'consistent' }] });
    await post(row('208'));
    expect((await verdict()).cases).toMatchObject([{ verdict: 'orphan-on-platform', platform: 21_800, his: 20_800 }]);
    await post(`机构编号,结算ID,医疗费总额,状态\n${HOSPITAL},${setl_id},218,已退费\n`);
    expect((await verdict()).cases).toMatchObject([{ verdict: 'orphan-on-platform', his: 0 }]);
    expect((await verdict()).sums).toMatchObject({ platform: 21_800, his: 0, explained: 21_800, unexplained: 0 });
    await counter.control('DELETE', '/_sandbox/verdict/his-book');
    expect((await verdict()).book).toBe('inferred');
  });

  it('comes as JSON of its interface too, and an empty one of an institution says that it has nothing', async () => {
    expect(await said(await post({ rows: [] }, `?institution=${HOSPITAL}`))).toMatchObject({ status: 201, rows: 0 });
    expect((await verdict()).counts).toMatchObject({ 'orphan-on-platform': 1 });
    await counter.control('DELETE', '/_sandbox/verdict/his-book');
  });

  it.each([
    [`${HEAD}\n${HOSPITAL},S1,12.345,paid`, '第 2 行：medfee_sumamt （12.345）应为不超过两位小数'],
    [`${HEAD}\n${HOSPITAL},S1,-1,paid`, '不为负的金额（元），不写千分位，退费写在 state'],
    [`${HEAD}\n${HOSPITAL},S1,"1,234.00",paid`, '不写千分位'],
    [`${HEAD}\n${HOSPITAL},S1,1000000000.00,paid`, '过大，最多 999999999.99 元'],
    [`${HEAD}\n${HOSPITAL},4.40301E+20,1,paid`, '第 2 行：setl_id 被表格软件改成了科学计数法'],
    [`fixmedins_code,mdtrt_id,medfee_sumamt,state\n${HOSPITAL},V1,1,paid`, '就诊ID mdtrt_id 与收费批次号 chrg_bchno'],
    [`fixmedins_code,setl_id,state,medfee_sumamt\n${HOSPITAL},S1,paid,1,234.00`, '第 2 行：比第一行多出一列'],
    [`${HEAD},结算ID\n${HOSPITAL},S1,1,paid,S2`, '第一行中 setl_id 出现了两次'],
    [`${HEAD}\nH44030099999,S1,1,paid`, '沙箱没有机构 H44030099999'],
    [`${HEAD}\n${HOSPITAL},S1,1,settled`, '第 2 行：state 应为 paid、refunded、reversed、unknown 之一'],
    [`${HEAD}\n${HOSPITAL},,1,paid`, '须填结算ID setl_id'],
    [`${HEAD}\n${HOSPITAL},S1,1,paid\n${HOSPITAL},S1,1,paid`, '第 3 行：结算ID setl_id（S1）与第 2 行重复'],
    ['setl_id,amount\nS1,1', '不认识 amount；可用 fixmedins_code'],
    ['', '第一行应为列名'],
    [HEAD, '没有数据行，也没有说是哪家机构的账'],
    [`${HEAD}\n${`${HOSPITAL},S,1,paid\n`.repeat(10_001)}`, '一次最多 10000 行，收到 10001 行'],
  ])('teaches what is wrong: %#', async (csv, text) => {
    const { status, message } = (await said(await post(csv))) as { status: number; message?: string };
    expect(status).toBe(422);
    expect(message).toContain(text);
    expect((await verdict()).book).toBe('inferred');
  });

  it('is of institutions that there are', async () => {
    expect(await said(await post({ rows: [] }, '?institution=H44'))).toMatchObject({ status: 422 });
    expect((await verdict()).book).toBe('inferred');
  });

  it('may be as large as can be', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${HOSPITAL},S${index},999999999.99,paid`);
    expect(await said(await post([HEAD, ...rows].join('\n')))).toMatchObject({ status: 201, rows: 10_000 });
    expect((await verdict()).counts).toMatchObject({ 'orphan-in-his': 10_000 });
    await counter.control('DELETE', '/_sandbox/verdict/his-book');
  });

  it('wants rows in its JSON', async () => {
    expect(await said(await post({ settlements: [] }))).toMatchObject({
      status: 422,
      message: '应为 {"rows":[…]}，每行一笔结算',
    });
    expect(counter.defects).toEqual([]);
  });
});
