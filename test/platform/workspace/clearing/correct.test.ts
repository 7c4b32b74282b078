import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actInMonth } from '../../../../src/platform/workspace/clearing/act.ts';
import { deduct } from '../../../../src/platform/workspace/clearing/deduct.ts';
import { linesOfMonth, wrongMonths } from '../../../support/cleared-months.ts';
import { openClearingDesk } from '../../../support/clearing.ts';
import { moveOn } from '../../../support/timeline.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

/** A table that its payer rejects, and the bills that are issued in its stead. */

let world: TestWorld;
let setl_id: string;
let other: string;

/** Two payers, 陕西 and 安徽, whose bills for September are issued. */
beforeEach(async () => {
  world = await openTestWorld({ now: '2026-09-20 09:00:00' });
  const desk = await openClearingDesk(world);
  setl_id = await desk.settle('B1', 1_000);
  const second = await openClearingDesk(world, 'hefei-worker-hypertension');
  other = await second.settle('B2', 4_000);
  await moveOn(world, '2026-10-05 09:00:00');
  await desk.confirm('202609', await desk.details('202609'));
  await moveOn(world, '2026-10-22 09:00:00');
});

afterEach(async () => {
  expect(wrongMonths(world)).toEqual([]);
  expect(world.defects).toEqual([]);
  await world.close();
});

const reader = () => world.world.store.reader;
const act = (event: object) => actInMonth(world.world, '202609', event);
const reject = (payer = '610000') => act({ kind: 'reject', payer, reason: '金额有误' });
const correct = (payer = '610000') => act({ kind: 'correct', payer });
const take = (of: string, amount: number) => deduct(world.world, { setl_id: of, amount, reason: '超量开药' });
const bills = (payer: string) =>
  reader()
    .clearingRecord('month', '202609')
    ?.bills.filter((row) => row.payer === payer);
const fundOf = (of: string) => reader().settlement('national', of)?.shares.fund_pay_sumamt ?? 0;

describe('bills that a payer has rejected', () => {
  it('are corrected by what audits have taken off since, its own alone', async () => {
    const [before] = bills('610000') ?? [];
    const others = bills('340000');
    expect(others).toHaveLength(1);
    await reject();
    expect(await take(setl_id, 100)).toMatchObject({ ok: true, value: { period: '202609', pending: true } });
    expect(wrongMonths(world)).toEqual([]);
    expect(linesOfMonth(world, '202609')).toHaveLength(2);
    expect(await correct()).toMatchObject({ ok: true });
    expect(bills('610000')).toMatchObject([{ due: (before?.due ?? 0) - 100, state: 'issued' }]);
    expect(bills('340000')).toEqual(others);
    expect(linesOfMonth(world, '202609')).toHaveLength(3);
  });

  it('may be rejected and corrected more than once', async () => {
    const [before] = bills('610000') ?? [];
    for (const amount of [100, 20]) {
      await reject();
      await take(setl_id, amount);
      await correct();
    }
    expect(bills('610000')).toMatchObject([{ due: (before?.due ?? 0) - 120 }]);
  });

  it('vanish where nothing is left to pay; what is below zero goes on to the next month', async () => {
    const { acct_pay = 0 } = reader().settlement('national', setl_id)?.shares ?? {};
    await reject();
    await take(setl_id, fundOf(setl_id));
    await correct();
    expect(bills('610000')?.map((row) => row.due)).toEqual(acct_pay > 0 ? [acct_pay] : []);
    await moveOn(world, '2026-12-31 09:00:00');
    expect(reader().clearingRecord('month', '202609')?.stage).toBe('closed');
  });

  it('do not take in what is off the line of another payer: that stands in the next month', async () => {
    await reject();
    expect(await take(other, 1)).toMatchObject({ ok: true, value: { period: '202610' } });
    await correct();
    expect(linesOfMonth(world, '202609')).toHaveLength(2);
  });

  it('that are confirmed as they are leave the deduction to the next month', async () => {
    await reject();
    await take(setl_id, 100);
    expect(await act({ kind: 'confirm', payer: '610000' })).toMatchObject({
      ok: true,
      value: { note: expect.stringContaining('1 笔待更正的扣款列入下一张清算表') as string },
    });
    await moveOn(world, '2026-11-22 09:00:00');
    expect(linesOfMonth(world, '202609')).toHaveLength(2);
    expect(linesOfMonth(world, '202610')).toMatchObject([{ kind: 'deduction', fund: -100 }]);
    expect(reader().clearingRecords('deduction', '', '~')).toMatchObject([{ period: '202610' }]);
  });

  it('are issued with the same amounts once the next table is generated, and say so', async () => {
    const [before] = bills('610000') ?? [];
    await reject();
    await take(setl_id, 100);
    await moveOn(world, '2026-11-22 09:00:00');
    expect(reader().clearingRecord('table', '202610')?.table.total.due).toBe(-100);
    expect(await correct()).toMatchObject({ ok: true, value: { note: expect.stringContaining('审核扣款') as string } });
    expect(bills('610000')).toMatchObject([{ due: before?.due, state: 'issued' }]);
    expect(await take(setl_id, 100)).toMatchObject({ ok: true, value: { period: '202611' } });
  });

  it('have to be rejected first', async () => {
    expect(await correct()).toEqual({ ok: false, error: '账单的状态不能办这一步：陕西省的账单现在是“待确认”' });
    expect(await correct('110000')).toEqual({ ok: false, error: '没有这样的应付账单' });
    expect(await actInMonth(world.world, '202709', { kind: 'correct', payer: '610000' })).toMatchObject({ ok: false });
  });
});
