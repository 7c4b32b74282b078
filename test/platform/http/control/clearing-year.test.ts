import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fenOf, openClearingCounter } from './clearing-counter.ts';

const { counter, control, add, documents } = openClearingCounter();

beforeEach(async () => {
  await counter.control('POST', '/_sandbox/workspaces/default/reset');
});
afterEach(() => expect(counter.defects).toEqual([]));

describe('the money of prepayments', () => {
  type Bill = { readonly due: number; readonly state: string };
  type Shown = {
    readonly pools: readonly { readonly held: number; readonly balance: number; readonly advanced: number }[];
    readonly rounds: readonly { readonly id: string; readonly bills: readonly Bill[]; readonly stage: string }[];
  };
  const shown = async () => (await control<Shown>('GET', '/prepayments?month=2026-09')).json;
  const put = (amount: number) =>
    control('PUT', '/prepayments', { year: '2026', payer: '610000', payee: '440000', amount });

  it('is there at once when a quota of the year is set, and is brought to it when it is set anew', async () => {
    await put(2000_00);
    await put(1100_00);
    const { pools, rounds } = await shown();
    expect(rounds.map(({ id, stage, bills }) => [id, stage, bills[0]?.due])).toEqual([
      ['2026-YF0001', 'closed', 2000_00],
      ['2026-YF0002', 'closed', 900_00],
    ]);
    expect(pools).toMatchObject([{ held: 1100_00, balance: 1100_00, advanced: 0 }]);
  });

  it('is nobody’s own, and of no other year than this and the next', async () => {
    const set = (more: object) =>
      control('PUT', '/prepayments', { year: '2026', payer: '610000', payee: '440000', amount: 1, ...more });
    expect((await set({ payee: '610000' })).json.message).toContain('不能相同');
    expect((await set({ year: '2025' })).json.message).toContain('今年或明年');
    expect((await set({ year: '2027' })).status).toBe(200);
    expect((await shown()).rounds).toEqual([]);
  });

  it('is raised urgently where the month is red: agreed to, noticed, paid ahead of its day', async () => {
    await add('A1', '2026-09-01 11:00:00', 1000_00);
    await put(1100_00);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-11-01' });
    const urgent = { kind: 'urgent', from: '440000', to: '610000', text: '红色预警', amount: 400_00 };
    expect((await control('POST', '/requests', { ...urgent, from: '320000' })).json.message).toContain(
      '限预付金红色预警',
    );
    const raised = await control<{ readonly request: { readonly id: string } }>('POST', '/requests', urgent);
    expect(raised.json.request).toMatchObject({ kind: 'urgent', state: 'raised', answerBy: '2026-11-04' });
    const { id } = raised.json.request;
    const reply = (event: string) => control('POST', `/requests/${id}`, { event, text: '同意' });
    expect((await reply('answer')).status).toBe(200);
    expect((await reply('reopen')).status).toBe(409);
    const round = `2026-${id}`;
    expect((await shown()).rounds.find((one) => one.id === round)).toMatchObject({
      bills: [{ due: 400_00, state: 'noticed' }],
    });
    const act = (body: object) =>
      control<{ readonly round: object; readonly message: string }>('POST', `/prepayments/${round}/events`, body);
    const pair = { payer: '610000', payee: '440000' };
    expect((await act({ kind: 'transfer', ...pair, amount: 1 })).status).toBe(409);
    expect((await act({ kind: 'submit', payer: '610000' })).status).toBe(200);
    expect((await act({ kind: 'transfer', ...pair, amount: 400_00 })).status).toBe(200);
    expect((await act({ kind: 'receive', ...pair })).json.round).toMatchObject({ received: 400_00 });
    expect((await act({ kind: 'confirm', payer: '610000' })).status).toBe(422);
    expect((await control('POST', '/prepayments/2026-XT9999/events', { kind: 'submit', payer: '610000' })).status).toBe(
      404,
    );
    const notices = await documents(`adjustment=${round}&province=610000`);
    expect(notices.map(({ title }) => title)).toEqual(['陕西省预付金紧急调增付款通知书']);
    expect((await shown()).pools).toMatchObject([{ held: 1500_00, balance: 500_00 }]);
  });

  it('is raised by itself when nobody refuses in time', async () => {
    await add('A1', '2026-09-01 11:00:00', 1000_00);
    await put(1100_00);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-11-01' });
    const urgent = { kind: 'urgent', from: '440000', to: '610000', text: '红色预警', amount: 400_00 };
    await control('POST', '/requests', urgent);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-12-20' });
    const { pools, rounds } = await shown();
    expect(rounds.find(({ id }) => id === '2026-XT0001')?.stage).toBe('closed');
    expect(pools).toMatchObject([{ held: 1500_00, balance: 1500_00 }]);
    const own = await documents('month=2026-09&province=440000');
    expect(own.at(-1)).toMatchObject({ name: 'pool', title: '广东省预付金收支表' });
    expect(fenOf(own.at(-1)?.total.at(-1))).toBe(1500_00);
  });
});

describe('the end of a year', () => {
  it('has its documents once it is closed', async () => {
    await add('A1', '2026-09-01 11:00:00', 1000_00);
    expect((await control('GET', '/documents?year=2026')).status).toBe(404);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2027-07-01' });
    const [sums, lapsed, balances] = await documents('year=2026');
    expect(sums?.title).toBe('全国2026年度跨省异地就医费用清算汇总表');
    expect(sums?.total.slice(1).map(fenOf)).toEqual([1000_00, 1000_00, 0]);
    expect(lapsed?.rows).toEqual([]);
    expect(balances?.total.map((cell) => (typeof cell === 'object' ? cell && fenOf(cell) : cell))).toEqual([
      '合计',
      null,
      0,
    ]);
    expect((await documents('year=2026&province=440000'))[0]?.rows).toHaveLength(1);
  });
});
