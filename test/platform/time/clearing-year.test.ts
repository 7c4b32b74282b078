import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFen, sum } from '../../../src/kernel/money.ts';
import type { ClearingPut } from '../../../src/platform/domain/clearing/national/records.ts';
import { poolAccounts } from '../../../src/platform/domain/clearing/national/prepayment/pool-of.ts';
import { raiseRequest } from '../../../src/platform/workspace/clearing/cooperate.ts';
import { settlementRow } from '../store/rows.ts';
import { moveOn } from '../../support/timeline.ts';
import { openTestWorld, type TestWorld } from '../../support/world.ts';

/** What a year of clearing leads to: prepayments 预付金 for the next one, and its end 年终清算. */

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld({ now: '2026-10-01 08:00:00' });
});

afterEach(async () => {
  expect(world.defects).toEqual([]);
  await world.close();
});

const reader = () => world.world.store.reader;
const round = (id: string) => reader().clearingRecord('prepayment', id);
const pool = (province = '440000') => poolAccounts(reader()).find((one) => one.province === province);
const put = (row: ClearingPut) => world.add({ kind: 'clearing.put', ...row });

/** Somebody of 西安 is treated in 深圳, sent by the province itself: its fund pays so many 元. */
const settle = (setl_id: string, day: string, yuan: number, more: object = {}) => {
  const route = { mdtrtarea: '440300', insuplc: '610100', book: 'national', setl_time: `${day} 11:00:00` } as const;
  const row = settlementRow({ setl_id, ...route, ...more });
  const fund = asFen(yuan * 100);
  const shares = { ...row.shares, medfee_sumamt: fund, fund_pay_sumamt: fund, acct_pay: asFen(0) };
  return world.add({ kind: 'settlement.add', settlement: { ...row, shares } });
};

/** The last quarter of 2026, 600 元 a month on the average. */
const lastQuarter = async () => {
  await settle('A10', '2026-10-10', 300);
  await moveOn(world, '2026-11-01 08:00:00');
  await settle('A11', '2026-11-10', 600);
  await moveOn(world, '2026-12-01 08:00:00');
  await settle('A12', '2026-12-10', 900);
};

describe('the prepayments of a year', () => {
  it('are reckoned from the last quarter, noticed at the end of January, and paid by working days', async () => {
    await lastQuarter();
    await moveOn(world, '2027-01-31 16:00:00');
    expect(reader().clearingRecords('quota', '', '~')).toEqual([]);
    await moveOn(world, '2027-02-01');
    const quota = { year: '2027', payer: '610000', payee: '440000', amount: 1200_00, set: 'reckoned' };
    expect(reader().clearingRecords('quota', '', '~')).toEqual([quota]);
    const bill = { payer: '610000', payee: '440000', due: 1200_00, state: 'noticed', paid: 0 };
    expect(round('2027-deposit')).toMatchObject({ reason: 'annual', noticedOn: '2027-01-31', bills: [bill] });
    expect(round('2027-return')).toBeUndefined();
    await moveOn(world, '2027-04-01');
    expect(round('2027-deposit')).toMatchObject({ stage: 'closed', bills: [{ state: 'received', received: 1200_00 }] });
    expect([...(pool()?.pool.held ?? [])]).toEqual([['610000', 1200_00]]);
  });

  it('are used up and filled again, month by month: every move has its line', async () => {
    await lastQuarter();
    await moveOn(world, '2027-04-10');
    const account = pool();
    expect(account?.entries.map(({ date, what, of, gained }) => [date, what, of, gained])).toEqual([
      ['2026-11-21', 'paidOut', '202610', -300_00],
      ['2026-12-21', 'paidOut', '202611', -600_00],
      [expect.stringMatching(/^2026-12-/), 'cleared', '202610', 300_00],
      ['2027-01-21', 'paidOut', '202612', -900_00],
      [expect.stringMatching(/^2027-01-/), 'cleared', '202611', 600_00],
      [expect.stringMatching(/^2027-0[23]-/), 'cleared', '202612', 900_00],
      [expect.stringMatching(/^2027-0[23]-/), 'deposited', '2027-deposit', 1200_00],
    ]);
    expect(account?.entries.at(-1)?.balance).toBe(1200_00);
    // Until the payers' money came the treatment province had paid out of its own.
    expect(Math.min(...(account?.entries ?? []).map(({ balance }) => balance))).toBeLessThan(0);
  });

  it('go down with the quota: the treatment province gives back', async () => {
    await lastQuarter();
    await moveOn(world, '2027-10-05');
    await settle('B10', '2027-10-10', 450);
    await moveOn(world, '2028-02-01');
    expect(round('2028-return')?.bills).toMatchObject([{ payer: '440000', payee: '610000', due: 900_00 }]);
    await moveOn(world, '2028-04-01');
    expect([...(pool()?.pool.held ?? [])]).toEqual([['610000', 300_00]]);
    expect(pool()?.pool.balance).toBe(300_00);
  });

  it('wait for a payer that is late, and go on when it pays', async () => {
    await put({ record: 'fault', key: 'F1', body: { id: 'F1', kind: 'late', province: '610000', period: '202701' } });
    await lastQuarter();
    await moveOn(world, '2027-06-01');
    expect(round('2027-deposit')).toMatchObject({ stage: 'noticed', bills: [{ state: 'noticed', received: 0 }] });
    expect(pool()?.pool.held.size).toBe(0);
    await world.add({ kind: 'clearing.drop', record: 'fault', key: 'F1' });
    await moveOn(world, '2027-06-10');
    expect(round('2027-deposit')?.stage).toBe('closed');
  });

  it('take into account what was raised urgently in January, before the new quotas are out', async () => {
    const quota = { year: '2026', payer: '610000', payee: '440000', amount: asFen(100_00), set: 'by-hand' } as const;
    await put({ record: 'quota', key: '2026 610000 440000', body: quota });
    await lastQuarter();
    await moveOn(world, '2027-01-04 09:00:00');
    const urgent = { kind: 'urgent', from: '440000', to: '610000', amount: 400_00, text: '红色预警' };
    expect(await raiseRequest(world.world, urgent)).toMatchObject({ ok: true });
    await moveOn(world, '2027-02-01');
    expect(reader().clearingRecord('quota', '2026 610000 440000')?.amount).toBe(500_00);
    expect(reader().clearingRecord('quota', '2027 610000 440000')).toMatchObject({ amount: 1200_00, set: 'reckoned' });
    expect(round('2027-deposit')?.bills.map(({ due }) => due)).toEqual([800_00]);
    await moveOn(world, '2027-04-01');
    expect([...(pool()?.pool.held ?? [])]).toEqual([['610000', 1200_00]]);
  });

  it('of what was set by hand nothing is asked twice', async () => {
    await lastQuarter();
    const byHand = { year: '2027', payer: '610000', payee: '440000', amount: asFen(500_00), set: 'by-hand' } as const;
    await put({ record: 'quota', key: '2027 610000 440000', body: byHand });
    await moveOn(world, '2027-02-01');
    expect(round('2027-deposit')?.bills.map(({ due }) => due)).toEqual([500_00]);
  });
});

describe('a year', () => {
  it('ends when the last month that may hold its fees is closed', async () => {
    await lastQuarter();
    await moveOn(world, '2027-01-05 08:00:00');
    await settle('B01', '2027-01-10', 50);
    await moveOn(world, '2027-03-05 08:00:00');
    await settle('B03', '2027-03-10', 70);
    await moveOn(world, '2027-05-27');
    expect(reader().clearingRecord('year', '2026')).toBeUndefined();
    await moveOn(world, '2027-06-10');
    expect(reader().clearingRecord('year', '2026')?.closedAt).toMatch(/^2027-0[56]-\d\d 18:00:00$/);
    expect(reader().clearingRecord('year', '2026')).toMatchObject({
      year: '2026',
      months: ['202610', '202611', '202612'],
      lines: 3,
      provinces: [
        { province: '440000', payable: 0, receivable: 1800_00 },
        { province: '610000', payable: 1800_00, receivable: 0 },
      ],
      lapsed: [],
      left: [],
      withheld: 0,
    });
    expect(reader().clearingRecord('year', '2027')).toBeUndefined();
  });

  it('waits while a month of it is open', async () => {
    await put({ record: 'fault', key: 'F1', body: { id: 'F1', kind: 'late', province: '610000', period: '202612' } });
    await lastQuarter();
    await moveOn(world, '2027-08-01');
    expect(reader().clearingRecord('year', '2026')).toBeUndefined();
    await world.add({ kind: 'clearing.drop', record: 'fault', key: 'F1' });
    await moveOn(world, '2027-08-10');
    expect(reader().clearingRecord('year', '2026')?.lines).toBe(3);
  });

  it('names what its hospitals never confirmed', async () => {
    // A hospital of the sandbox has it in its own book and does not confirm it.
    await settle('A10', '2026-10-10', 300);
    await settle('A10', '2026-10-10', 300, { book: 'treatment' });
    await settle('A11', '2026-10-11', 20);
    await moveOn(world, '2027-07-01');
    const year = reader().clearingRecord('year', '2026');
    expect(year?.lapsed).toEqual([{ province: '440000', rows: 1, due: 300_00 }]);
    expect(sum((year?.provinces ?? []).map((row) => row.receivable))).toBe(20_00);
  });
});
