import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, sum } from '../../src/kernel/money.ts';
import { poolAccounts } from '../../src/platform/domain/clearing/national/prepayment/pool-of.ts';
import { ALL_KEYS } from '../../src/platform/domain/clearing/national/month-lines.ts';
import type { ClearingFault } from '../../src/platform/domain/clearing/national/fault.ts';
import { settlementRow } from '../platform/store/rows.ts';
import { moveOn } from '../support/timeline.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';

/*
 * Whatever is settled in a year, whoever is late or pays partly, and whenever one looks: the money of prepayments is
 * what came less what went, nobody is asked for more than his quota, and a year that is closed is what its tables hold.
 */

const PLACES = ['440300', '610100', '320100'];

const visits = fc.array(
  fc.record({
    pair: fc.constantFrom([0, 1], [1, 0], [2, 0], [0, 2]),
    month: fc.integer({ min: 8, max: 15 }),
    yuan: fc.integer({ min: 1, max: 5_000 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const faults: fc.Arbitrary<ClearingFault[]> = fc.array(
  fc.record({
    id: fc.constant('F'),
    kind: fc.constantFrom('late' as const, 'pays-partly' as const),
    province: fc.constantFrom('440000', '610000', '320000'),
    period: fc.constantFrom('202612', '202701', '202703'),
  }),
  { maxLength: 2 },
);

type Visit = { readonly pair: readonly number[]; readonly month: number; readonly yuan: number };

const play = async (world: TestWorld, rows: readonly Visit[], spoilt: readonly ClearingFault[], until: string) => {
  for (const [index, fault] of spoilt.entries()) {
    await world.add({ kind: 'clearing.put', record: 'fault', key: `F${index}`, body: { ...fault, id: `F${index}` } });
  }
  for (const [index, { pair, month, yuan }] of rows.toSorted((a, b) => a.month - b.month).entries()) {
    const day = `${month > 12 ? 2027 : 2026}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-10`;
    if (day > until) break;
    await moveOn(world, `${day} 08:00:00`);
    const route = { insuplc: PLACES[pair[0] ?? 0] ?? '', mdtrtarea: PLACES[pair[1] ?? 0] ?? '' };
    const row = settlementRow({ setl_id: `A${index}`, book: 'national', setl_time: `${day} 09:00:00`, ...route });
    const fund = asFen(yuan * 100);
    const shares = { ...row.shares, medfee_sumamt: fund, fund_pay_sumamt: fund, acct_pay: asFen(0) };
    await world.add({ kind: 'settlement.add', settlement: { ...row, shares } });
  }
  await moveOn(world, until);
};

const moneyIsKept = ({ world }: TestWorld): void => {
  const all = <Kind extends 'month' | 'table' | 'prepayment' | 'quota'>(kind: Kind) =>
    world.store.reader.clearingRecords(kind, ...ALL_KEYS);
  const accounts = poolAccounts(world.store.reader);
  for (const province of ['440000', '610000', '320000']) {
    const arrived = all('prepayment').flatMap(({ kind, bills }) =>
      kind === 'deposit' ? bills.filter((bill) => bill.payee === province).map((bill) => bill.received) : [],
    );
    const back = all('prepayment').flatMap(({ kind, bills }) =>
      kind === 'return' ? bills.filter((bill) => bill.payer === province).map((bill) => bill.paid) : [],
    );
    const cleared = all('month').flatMap(({ bills }) =>
      bills.filter((bill) => bill.payee === province).map((bill) => bill.received),
    );
    const paidOut = all('table').flatMap(({ table }) =>
      table.provinces.filter((row) => row.province === province).map((row) => row.receivable),
    );
    const account = accounts.find((one) => one.province === province);
    expect(account?.pool.balance ?? 0).toBe(sum(arrived) - sum(back) + sum(cleared) - sum(paidOut));
    expect(account?.entries.at(-1)?.balance ?? 0).toBe(account?.pool.balance ?? 0);
    // What was noticed in all is the quota of the year, to the 分.
    for (const { payer, amount } of all('quota').filter((row) => row.payee === province)) {
      const noticed = all('prepayment').flatMap(({ kind, bills }) =>
        bills
          .filter((bill) => (kind === 'deposit' ? bill.payer === payer && bill.payee === province : false))
          .map(({ due }) => due),
      );
      expect(sum(noticed)).toBe(amount);
    }
  }
};

const yearsAddUp = ({ world }: TestWorld): void => {
  const { reader } = world.store;
  const tables = reader.clearingRecords('table', ...ALL_KEYS);
  const lines = (year: string) =>
    tables.flatMap(({ table }) => table.years.filter((row) => row.year === year).map((row) => row.lines));
  for (const { year, lines: counted, provinces, lapsed } of reader.clearingRecords('year', ...ALL_KEYS)) {
    expect(counted).toBe(lines(year).reduce((all, one) => all + one, 0));
    expect(sum(provinces.map((row) => row.payable))).toBe(sum(provinces.map((row) => row.receivable)));
    expect(lapsed).toEqual([]);
  }
};

it('money of prepayments is kept, and years add up', async () => {
  const until = fc.constantFrom('2026-11-20', '2027-01-25', '2027-02-20', '2027-04-01', '2027-07-20');
  await fc.assert(
    fc.asyncProperty(visits, faults, until, async (rows, spoilt, day) => {
      const world = await openTestWorld({ now: '2026-08-01 08:00:00' });
      try {
        await play(world, rows, spoilt, day);
        moneyIsKept(world);
        yearsAddUp(world);
        expect(world.defects).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
