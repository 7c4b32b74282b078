import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output as Settled } from '../../../src/platform/domain/national/1107.gen.ts';
import type { ClearedMonth, ClearingPut } from '../../../src/platform/domain/clearing/national/records.ts';
import { openClearingDesk, type ClearingDesk } from '../../support/clearing.ts';
import { nationalClaim, NATIONAL_INPUTS } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { moveOn } from '../../support/timeline.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../support/world.ts';

/** Reconciliation and clearing between provinces, as they fall due by the clock. */

let world: TestWorld;
let desk: ClearingDesk;

beforeEach(async () => {
  world = await openTestWorld({ now: '2026-09-20 09:00:00' });
  desk = await openClearingDesk(world);
});

afterEach(async () => {
  expect(world.defects).toEqual([]);
  await world.close();
});

const reader = () => world.world.store.reader;
const month = (period = '202609'): ClearedMonth | undefined => reader().clearingRecord('month', period);
const table = (period = '202609') => reader().clearingRecord('table', period)?.table;
const steps = (period = '202609') => month(period)?.done.map(({ step, at }) => `${step} ${at.slice(0, 10)}`);
const put = (row: ClearingPut) => world.add({ kind: 'clearing.put', ...row });
const spoil = (fault: object) =>
  put({ record: 'fault', key: 'F1', body: { id: 'F1', province: '610000', ...fault } } as ClearingPut);

/** A settlement of the hospital, confirmed on the 5th of October. */
const confirmed = async (): Promise<string> => {
  const setl_id = await desk.settle('B1', 1_000);
  await moveOn(world, '2026-10-05 09:00:00');
  await desk.confirm('202609', await desk.details('202609'));
  return setl_id;
};

const provinceSettles = async (mdtrtsn: string): Promise<string> => {
  const own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  const input = nationalClaim({ ...own, mdtrtsn });
  return (await world.national<Settled>('1107', input, { msgid: mdtrtsn })).output.setlinfo.setl_sn;
};

describe('a day', () => {
  it('is reconciled in the night after it, each treatment province for itself', async () => {
    await desk.settle('B1', 1_000);
    await provinceSettles('440300NATIONAL1');
    await moveOn(world, '2026-09-21 03:00:00');
    const day = reader().clearingRecord('day', '2026-09-20 440000');
    expect(day).toMatchObject({ rows: 2, agreed: 2, unlisted: 1, differing: [], at: '2026-09-21 02:00:00' });
  });

  it('without a settlement is none', async () => {
    expect(await moveOn(world, '2026-12-31')).toBe(0);
    expect(reader().clearingRecords('day', '', '~')).toEqual([]);
  });

  it('finds a settlement that stands in one book only', async () => {
    const setl_id = await desk.settle('B1', 1_000);
    const row = reader().settlement('treatment', setl_id);
    if (!row) throw new Error('settled');
    await world.add({ kind: 'settlement.add', settlement: { ...row, setl_id: 'ALONE' } });
    await moveOn(world, '2026-09-21 03:00:00');
    const [differing] = reader().clearingRecord('day', '2026-09-20 440000')?.differing ?? [];
    expect(differing).toMatchObject({ setl_id: 'ALONE', verdict: 'theirs-only' });
  });

  it.each([
    ['missing', {}, 'ours-only', 1],
    ['extra', {}, 'theirs-only', 0],
    ['amount-differs', { amount: 1 }, 'fund-differs', 1],
    ['reversed-but-listed', {}, 'theirs-only', 0],
  ])('with a list in which a row is %s does not agree', async (kind, more, verdict, withheld) => {
    await desk.settle('B1', 1_000);
    await desk.settle('B2', 20, 'MSG-B2');
    await desk.window.reverse('MSG-B2', '2207');
    await spoil({ kind, province: '440000', date: '2026-09-20', ...more });
    await moveOn(world, '2026-09-21 03:00:00');
    const { differing } = reader().clearingRecord('day', '2026-09-20 440000') ?? {};
    expect(differing?.map((row) => row.verdict)).toEqual([verdict]);
    expect(reader().clearingRecords('withheld', '', '~')).toHaveLength(withheld);
  });
});

describe('a month', () => {
  it('is collected, generated, confirmed, noticed, paid and closed on the days of the calendar', async () => {
    const setl_id = await confirmed();
    const row = reader().settlement('national', setl_id);
    await moveOn(world, '2026-10-21 09:00:00');
    expect([month()?.stage, table()?.total.lines, table()?.total.visits]).toEqual(['generated', 1, 1]);
    const due = (row?.shares.fund_pay_sumamt ?? 0) + (row?.shares.acct_pay ?? 0);
    expect(month()?.bills).toEqual([{ payer: '610000', payee: '440000', due, state: 'issued', paid: 0, received: 0 }]);
    await moveOn(world, '2026-12-31');
    expect(month()).toMatchObject({ stage: 'closed', bills: [{ state: 'received', paid: due, silent: true }] });
    expect(steps()).toEqual([
      'collect 2026-10-20', 'generate 2026-10-21', 'confirm 2026-10-25', 'notice 2026-10-31', 'submit 2026-11-06',
      'transfer 2026-11-20', 'receive 2026-11-27', 'close 2026-11-27',
    ]); // prettier-ignore
  });

  it('takes in what the province sent itself, which cannot be reversed after that', async () => {
    await provinceSettles('440300NATIONAL1');
    const reversed = () =>
      world.national('1301', NATIONAL_INPUTS['1301']?.({
        ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL),
        mdtrtarea: '440300', omsgid: '440300NATIONAL1', oinfno: '1107',
      })); // prettier-ignore
    await moveOn(world, '2026-10-21 09:00:00');
    expect(table()?.pairs.map((row) => `${row.payer} ${row.payee} ${row.lines}`)).toEqual(['320000 440000 1']);
    expect((await reversed()).err_msg).toContain('已在2026年09月清分中确认');
  });

  it('takes in what came when its own month was collected already', async () => {
    await provinceSettles('440300NATIONAL1');
    await moveOn(world, '2026-10-25 09:00:00');
    const row = reader().nationalConfirmed('202609', '', 1)[0];
    if (!row) throw new Error('filed');
    await world.add({
      kind: 'settlement.add',
      settlement: { ...row, setl_id: 'LATE', setl_time: '2026-09-30 09:00:00' },
    });
    await provinceSettles('440300NATIONAL2');
    await moveOn(world, '2026-11-21 09:00:00');
    expect(
      reader()
        .nationalConfirmed('202610', '', 9)
        .map(({ setl_id }) => setl_id),
    ).toContain('LATE');
    expect([table()?.total.lines, table('202610')?.total.lines]).toEqual([1, 2]);
  });

  it('leaves out what nobody confirmed; it stands in the next month when it is confirmed there', async () => {
    await desk.settle('B1', 1_000);
    await moveOn(world, '2026-11-05 09:00:00');
    expect(table()?.total.lines).toBe(0);
    await desk.confirm('202610', await desk.details('202610'));
    await moveOn(world, '2026-11-21 09:00:00');
    expect(table('202610')?.total.lines).toBe(1);
  });

  it('cannot be confirmed any more when it was filed, though the deadline was put off', async () => {
    await confirmed();
    await put({ record: 'month', key: '202609', body: { period: '202609', stage: 'collected', bills: [], done: [] } });
    expect((await desk.withdraw('202609')).err_msg).toContain('已由经办机构申报清算');
  });

  it('keeps out a row whose day did not agree, and its refund', async () => {
    await spoil({ kind: 'missing', province: '440000', date: '2026-09-20' });
    const setl_id = await desk.settle('B1', 1_000);
    await moveOn(world, '2026-09-22 09:00:00');
    await desk.window.refund(setl_id);
    await moveOn(world, '2026-10-05 09:00:00');
    await desk.confirm('202609', await desk.details('202609'));
    await moveOn(world, '2026-10-22 09:00:00');
    expect(table()?.total.lines).toBe(0);
    const row = {
      setl_id, date: '2026-09-20', verdict: 'ours-only', leg: 'treatment', party: '440000', releasedInto: '202610',
    } as const; // prettier-ignore
    await put({ record: 'withheld', key: setl_id, body: row });
    await provinceSettles('440300NATIONAL1');
    await moveOn(world, '2026-11-22 09:00:00');
    expect(table('202610')?.total).toMatchObject({ lines: 3, visits: 1 });
    expect(table('202610')?.pairs.find((pair) => pair.payer === '610000')?.due).toBe(0);
  });

  it('with refunds alone pays nothing; the balance is taken off the next month', async () => {
    const setl_id = await confirmed();
    await desk.window.refund(setl_id);
    await moveOn(world, '2026-11-05 09:00:00');
    await desk.confirm('202610', await desk.details('202610'));
    await moveOn(world, '2026-11-22 09:00:00');
    const october = reader().clearingRecord('table', '202610');
    expect(october?.left).toEqual([{ payer: '610000', payee: '440000', due: -(month()?.bills[0]?.due ?? 0) }]);
    expect(month('202610')?.bills).toEqual([]);
    await moveOn(world, '2026-12-22 09:00:00');
    expect(reader().clearingRecord('table', '202611')).toMatchObject({ before: october?.left, left: october?.left });
  });

  it('takes an audit deduction off, and gives it back when the settlement is refunded', async () => {
    const setl_id = await confirmed();
    await put({
      record: 'deduction', key: 'D1',
      body: { id: 'D1', setl_id, amount: 100 as never, period: '202609', reason: '超量开药' },
    }); // prettier-ignore
    const row = reader().settlement('national', setl_id);
    const due = (row?.shares.fund_pay_sumamt ?? 0) + (row?.shares.acct_pay ?? 0);
    await moveOn(world, '2026-10-22 09:00:00');
    expect([table()?.total.due, table()?.total.lines]).toEqual([due - 100, 2]);
    await desk.window.refund(setl_id);
    await moveOn(world, '2026-11-05 09:00:00');
    await desk.confirm('202610', await desk.details('202610'));
    await moveOn(world, '2026-11-22 09:00:00');
    expect(table('202610')?.total.due).toBe(-(due - 100));
  });
});

describe('a province that does not do its part', () => {
  it('rejects its table: no notice until it confirms', async () => {
    await spoil({ kind: 'rejects', reason: '金额有误' });
    await confirmed();
    await moveOn(world, '2026-11-03 09:00:00');
    expect(month()).toMatchObject({ stage: 'generated', bills: [{ state: 'rejected', reason: '金额有误' }] });
  });

  it('pays partly: a half of what is left, day by day', async () => {
    await spoil({ kind: 'pays-partly' });
    await confirmed();
    await moveOn(world, '2026-11-21 09:00:00');
    const [bill] = month()?.bills ?? [];
    expect(bill).toMatchObject({ state: 'part-paid', paid: Math.ceil((bill?.due ?? 0) / 2) });
    await moveOn(world, '2026-12-31');
    expect(month()?.stage).toBe('closed');
  });

  it('is late for as long as it is said to be, and then goes on', async () => {
    await spoil({ kind: 'late', period: '202609' });
    await confirmed();
    await moveOn(world, '2026-12-10 09:00:00');
    expect(month()?.bills).toMatchObject([{ state: 'noticed' }]);
    await world.add({ kind: 'clearing.drop', record: 'fault', key: 'F1' });
    await moveOn(world, '2026-12-20 09:00:00');
    expect(month()?.stage).toBe('closed');
  });
});
