import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { settlementRow } from '../../store/rows.ts';
import { fenOf, openClearingCounter } from './clearing-counter.ts';

const { counter, control, add, documents } = openClearingCounter();

afterEach(() => expect(counter.defects).toEqual([]));

type Month = { readonly month: { readonly stage: string; readonly due: number; readonly overdue: object[] } | null };

describe('clearing by the control API', () => {
  it('goes through a month: too early, run, acted in, documents, all to the 分', async () => {
    await add('A1', '2026-09-01 11:00:00', 700_01);
    await add('A2', '2026-09-02 11:00:00', 299_99);
    await add('A3', '2026-09-02 12:00:00', 5_00, {
      insuplc: '320100',
      visitor: { ...settlementRow().visitor, insutype: '390' },
    });
    expect((await control('POST', '/run', { month: '2026-09' })).json.message).toContain('要到 2026-10-08');
    expect((await control('POST', '/run', { month: '2026-13' })).status).toBe(422);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-10-09' });
    const run = await control<Month>('POST', '/run', { month: '2026-09', until: 'generated' });
    expect(run.json.month).toMatchObject({ stage: 'generated', due: 1005_00, lines: 3, bills: { issued: 2 } });

    const event = (body: object) =>
      control<Month & { readonly message: string }>('POST', '/months/2026-09/events', body);
    expect((await event({ kind: 'submit', payer: '610000' })).json.message).toContain('现在是“已生成清算表”');
    expect((await event({ kind: 'reject', payer: '610000', reason: '金额有误' })).status).toBe(200);
    expect((await control<Month>('POST', '/run', { month: '2026-09' })).json.month?.stage).toBe('generated');
    expect((await event({ kind: 'correct', payer: '610000' })).status).toBe(200);
    expect((await event({ kind: 'confirm', payer: '610000' })).status).toBe(200);
    const closed = await control<Month>('POST', '/run', { month: '2026-09' });
    expect(closed.json.month).toMatchObject({ stage: 'closed', received: 1005_00 });

    const [national, provinces] = await documents('month=2026-09');
    expect(national?.rows).toHaveLength(2);
    expect(fenOf(national?.total.at(-1))).toBe(1005_00);
    expect(provinces?.total.slice(1).map(fenOf)).toEqual([1005_00, 1005_00]);
    const own = await documents('month=202609&province=610000');
    expect(own.map(({ name }) => name)).toEqual([
      'payable', 'receivable', 'details-employee', 'details-resident', 'payment-notice', 'receipt-notice', 'balances',
      'prepayments',
    ]); // prettier-ignore
    expect(own.slice(0, 5).map(({ total, name }) => fenOf(total.at(name === 'payment-notice' ? 1 : -1)))).toEqual([
      1000_00, 0, 1000_00, 0, 1000_00,
    ]); // prettier-ignore
    expect((await documents('month=2026-09&province=440000'))[1]?.rows).toHaveLength(2);
  });

  it('prints documents, and writes a workbook whose amounts add up', async () => {
    const page = await counter.request('/_sandbox/clearing/documents?month=2026-09&province=610000&format=html');
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(html).toContain('<h1>陕西省付款通知书</h1>');
    expect(html).toContain('<td class="number">1000.00</td>');
    const book = await counter.request('/_sandbox/clearing/documents?month=2026-09&province=610000&format=xlsx');
    const parts = unzipSync(new Uint8Array(await book.arrayBuffer()));
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet8.xml');
    const details = parts['xl/worksheets/sheet3.xml'];
    must(details, 'the details are a sheet');
    const amounts = [...strFromU8(details).matchAll(/<c r="L\d+" s="1"><v>([\d.]+)<\/v>/g)].map((match) => match[1]);
    expect(amounts).toEqual(['700.01', '299.99', '1000.00']);
  });

  it('says what is not there, and what is no month', async () => {
    expect((await control('GET', '/documents?month=2026-12')).json.message).toBe('2026-12 的清算表还没有生成');
    expect((await control('GET', '/documents?month=2026')).status).toBe(400);
    expect((await control('GET', '/documents?month=2026-09&province=440300')).status).toBe(400);
    expect((await control('POST', '/days/2027-09-01/recheck')).json.message).toContain('2027-09-01 还没有到');
    expect((await control('GET', '/months/2026-12')).status).toBe(404);
    expect((await control('POST', '/months/2026-12/events', { kind: 'confirm', payer: '610000' })).status).toBe(409);
  });
});

describe('what provinces ask of each other', () => {
  type Asked = {
    readonly request: {
      readonly id: string;
      readonly state: string;
      readonly answerBy: string;
      readonly late: boolean;
    };
  };
  const issue = { kind: 'issue', from: '440000', to: '610000', text: '待遇不一致' };

  it('is raised, late, answered, asked again and closed', async () => {
    const raised = await control<Asked>('POST', '/requests', issue);
    expect(raised.json.request).toMatchObject({ state: 'raised', answerBy: '2026-10-22', late: false });
    const { id } = raised.json.request;
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-10-24' });
    const status = await control<{ readonly requests: object[] }>('GET', '');
    expect(status.json.requests).toMatchObject([{ id, late: true, from_name: '广东省', to_name: '陕西省' }]);
    const reply = (event: string) => control<Asked>('POST', `/requests/${id}`, { event, text: '…' });
    expect((await reply('answer')).json.request).toMatchObject({ state: 'answered', late: false });
    expect((await reply('answer')).status).toBe(409);
    expect((await reply('reopen')).json.request.state).toBe('raised');
    expect((await reply('refuse')).json.request.state).toBe('refused');
    expect((await reply('close')).json.request.state).toBe('closed');
    expect((await control('POST', '/requests/XT9999', { event: 'close', text: '…' })).status).toBe(404);
  });

  it('has conditions', async () => {
    const ask = async (more: object) => (await control('POST', '/requests', { ...issue, ...more })).json.message;
    expect(await ask({ kind: 'inquiry' })).toContain('费用协查要写明票据');
    expect(await ask({ kind: 'inquiry', setl_id: 'A1' })).toContain('超过 3 万元');
    expect(await ask({ kind: 'inquiry', setl_id: 'NONE' })).toContain('没有跨省结算 NONE');
    expect(await ask({ bill: {} })).toBe('不认识的字段 bill');
    expect(await ask({ kind: 'urgent' })).toContain('缺少 amount');
    expect(await ask({ kind: 'urgent', amount: 1 })).toContain('3 个工作日');
    expect(await ask({ to: '440000' })).toContain('不能相同');
  });
});

describe('an inquiry of a paper bill', () => {
  const bill = {
    hospital: 'H44030099001', bill_no: '4403260012345', med_type: '21',
    from_date: '2026-08-01', to_date: '2026-08-20', total: 30_000_01,
  }; // prettier-ignore
  const inquiry = { kind: 'inquiry', from: '610000', to: '440000', text: '请核实' };
  type Told = { readonly request: Readonly<Record<string, unknown>> & { readonly id: string } } & {
    readonly message: string;
  };
  const raise = (more: object = {}, request: object = {}) =>
    control<Told>('POST', '/requests', { ...inquiry, bill: { ...bill, ...more }, ...request });

  it('is answered with what was found, by the 26th of the next month', async () => {
    const { json } = await raise();
    expect(json.request).toMatchObject({ state: 'raised', answerBy: '2026-11-26', bill });
    const reply = (body: object) =>
      control<Told>('POST', `/requests/${json.request.id}`, { event: 'answer', text: '…', ...body });
    expect((await reply({})).json.message).toContain('要写明结论 finding');
    expect((await reply({ finding: 'unknown' })).status).toBe(422);
    expect((await reply({ event: 'refuse', finding: 'genuine' })).json.message).toContain('只写在费用协查的答复');
    expect((await reply({ finding: 'not-genuine' })).json.request).toMatchObject({ finding: 'not-genuine' });
    expect((await reply({ event: 'reopen' })).json.request['finding']).toBeUndefined();
    expect((await reply({ finding: 'genuine' })).json.request).toMatchObject({ state: 'answered' });
    expect((await reply({ event: 'close' })).json.request).toMatchObject({ state: 'closed', finding: 'genuine' });
  });

  it.each([
    [{ total: 30_000_00 }, '总额 30000.00 元'],
    [{ med_type: '11' }, '医疗类别 11'],
    [{ to_date: '2026-07-31' }, '晚于截止日期'],
    [{ to_date: '2027-01-01' }, '还没有到，今天是 2026-10-24'],
    [{ to_date: '2026-02-30' }, '应为日期'],
    [{ total: -1 }, 'total'],
    [{ psn_name: '张三' }, '不认识的字段 psn_name'],
    [{ bill_no: undefined }, '缺少 bill_no'],
  ])('is refused with %o', async (more, why) => {
    const { status, json } = await raise(more);
    expect(status).toBeGreaterThan(400);
    expect(json.message).toContain(why);
  });

  it('goes to the province of the hospital, where the sandbox knows it by code or by name', async () => {
    const all = await counter.control<{
      readonly institutions: readonly { readonly fixmedins_code: string; readonly fixmedins_name: string }[];
    }>('GET', '/_sandbox/institutions');
    const ours = all.json.institutions.find(({ fixmedins_code }) => fixmedins_code === bill.hospital);
    for (const hospital of [bill.hospital, ours?.fixmedins_name])
      expect((await raise({ hospital }, { to: '320000' })).json.message).toContain('应为 440000，不是 320000');
    expect((await raise({ hospital: '某市人民医院' }, { to: '320000' })).status).toBe(201);
  });

  it('is held against the books of that hospital, where somebody has a settlement number', async () => {
    await counter.sandbox().workspaceOf('').world().queue.submit((writer) => {
      const row = settlementRow({ setl_id: 'P1', book: 'treatment', fixmedins_code: bill.hospital, med_type: '21' });
      const shares = { ...row.shares, medfee_sumamt: bill.total as never };
      writer.apply([{ kind: 'settlement.add', settlement: { ...row, shares } }]);
    }); // prettier-ignore
    const books = async (setl_id: string, more: object = {}) => (await raise(more, { setl_id })).json.request['books'];
    expect(await books('P1')).toEqual({ setl_id: 'P1', total: bill.total, agrees: true });
    expect(await books('P1', { total: 40_000_00 })).toMatchObject({ total: bill.total, agrees: false });
    expect(await books('P2')).toEqual({ setl_id: 'P2', total: null, agrees: false });
    expect(await books('P1', { hospital: '某市人民医院' })).toBeUndefined();
  });
});

describe('prepayments', () => {
  const usage = async () =>
    (await control<{ readonly usage: readonly object[] }>('GET', '/prepayments?month=2026-09')).json.usage;
  const put = (amount: number) =>
    control('PUT', '/prepayments', { year: '2026', payer: '610000', payee: '440000', amount });

  it('warn yellow from 70 %, red from 90 %', async () => {
    expect(await usage()).toEqual([{ province: '440000', prepaid: 0, clearing: 1005_00, rate: null, level: null }]);
    await put(2000_00);
    expect(await usage()).toMatchObject([{ rate: 5_025, level: 'green' }]);
    await put(1435_71);
    expect(await usage()).toMatchObject([{ rate: 7_000, level: 'yellow' }]);
    await put(1100_00);
    expect(await usage()).toMatchObject([{ rate: 9_136, level: 'red' }]);
    expect((await put(-1)).status).toBe(422);
  });
});

describe('faults and what follows from them', () => {
  type Days = { readonly days: readonly { readonly differing: readonly { readonly verdict: string }[] }[] };

  it('keep a row out of clearing until its day agrees', async () => {
    await add('B1', '2026-10-24 11:00:00', 100_00);
    const fault = { kind: 'missing', province: '440000', date: '2026-10-24' };
    const set = await control<{ readonly fault: { readonly id: string } }>('POST', '/faults', fault);
    expect(set.status).toBe(201);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-11-22' });
    const { json } = await control<{ readonly days: object[]; readonly withheld: object[] }>('GET', '');
    expect(json).toMatchObject({
      days: [{ date: '2026-10-24', province: '440000' }],
      withheld: [{ setl_id: 'B1', verdict: 'ours-only' }],
    });
    expect(await documents('month=2026-10')).toMatchObject([{ rows: [] }, { rows: [] }, { rows: [] }]);
    expect((await control('DELETE', `/faults/${set.json.fault.id}`)).status).toBe(200);
    expect((await control('DELETE', `/faults/${set.json.fault.id}`)).status).toBe(404);
    const again = await control<Days>('POST', '/days/2026-10-24/recheck');
    expect(again.json.days[0]?.differing).toEqual([]);
    await add('B2', '2026-11-22 11:00:00', 1_00);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-12-22' });
    expect((await control<Month>('GET', '/months/2026-11')).json.month).toMatchObject({ lines: 2, due: 101_00 });
    expect((await control<Days>('GET', '/days?from=2026-10-01&to=2026-10-31')).json.days).toHaveLength(1);
  });

  it('take a deduction off a confirmed settlement, never more than its funds', async () => {
    const take = (setl_id: string, amount: number) =>
      control<{ readonly deduction: { readonly period: string }; readonly message: string }>('POST', '/deductions', {
        setl_id, amount, reason: '超量开药',
      }); // prettier-ignore
    expect((await take('A1', 600_00)).json.deduction.period).toBe('202612');
    expect((await take('A1', 100_02)).json.message).toContain(
      '还没有扣回、退回的部分：还可以扣 100.01 元，收到 100.02 元',
    );
    expect((await take('NONE', 1)).json.message).toContain('没有跨省结算 NONE');
  });

  it('are refused when they make no sense', async () => {
    expect((await control('POST', '/faults', { kind: 'missing', province: '440300', date: '2026-10-24' })).status).toBe(
      422,
    );
    expect((await control('POST', '/faults', { kind: 'late', province: '610000', period: '2026-9x' })).status).toBe(
      422,
    );
  });
});
