import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sum } from '../../src/kernel/money.ts';
import { clearingRules } from '../../src/rules/clearing/calendar.ts';
import { addPeriods } from '../../src/rules/clearing/period.ts';
import { dueOf, lineOf } from '../../src/rules/clearing/line.ts';
import type { Settlement } from '../../src/platform/domain/settlement.ts';
import { audit, opening } from '../support/audit.ts';
import {
  begin,
  deeds,
  listedIn,
  monthsOf,
  play,
  rowsOf,
  standing,
  tablesOf,
  withdraw,
  type Deed,
  type History,
} from './clearing/history.ts';

/*
 * Whatever a hospital settles, refunds, reverses, confirms and takes back, and however time goes by: every row that
 * stands is in one month and in no other, confirmed rows are cleared once, and the nation's tables balance.
 */

const RULES = clearingRules();

const numbers = (rows: readonly { readonly settlement: Settlement }[]): string[] =>
  rows.map(({ settlement }) => settlement.setl_id).sort();

/** A row is listed by 3260 in the one month in which it stands. */
const nothingLostOrDoubled = (history: History): void => {
  const stands = standing(history)
    .map((row) => row.setl_id)
    .sort();
  expect(numbers(rowsOf(history))).toEqual(stands);
  expect(numbers(monthsOf(history).flatMap((period) => listedIn(history, period)))).toEqual(stands);
};

/** A refund is never ahead of its settlement, lapses with it, and otherwise has its own two months from there on. */
const refundsFollow = (history: History): void => {
  const rows = new Map(rowsOf(history).map((row) => [row.settlement.setl_id, row.standing]));
  for (const { setl_id, refundOf } of standing(history)) {
    const own = rows.get(setl_id);
    const original = refundOf === undefined ? undefined : rows.get(refundOf);
    if (!own || !original) continue;
    expect(own.period >= original.period).toBe(true);
    if (original.state === 'lapsed') expect(own.state).toBe('lapsed');
    else if (own.state === 'lapsed') expect(own.period >= addPeriods(original.period, 2)).toBe(true);
  }
};

/** What is confirmed stays so, unless it is taken back: nothing vanishes from a month that is settled. */
const nothingVanishes = (before: readonly string[], history: History, deed: Deed): void => {
  if (deed.deed === 'withdraw') return;
  expect(confirmedNumbers(history)).toEqual(expect.arrayContaining([...before]));
};

const confirmedNumbers = (history: History): string[] =>
  numbers(rowsOf(history).filter((row) => row.standing.state === 'confirmed'));

/** Tables balance, and hold exactly the confirmed rows, each once. */
const clearedOnce = (history: History): void => {
  const confirmed = rowsOf(history).filter((row) => row.standing.state === 'confirmed');
  const tables = tablesOf(history);
  const lines = confirmed.flatMap(({ settlement }) => lineOf(settlement) ?? []);
  expect(tables.reduce((count, { total }) => count + total.lines, 0)).toBe(lines.length);
  expect(sum(tables.map(({ total }) => total.due))).toBe(sum(lines.map((line) => dueOf(line, RULES))));
  for (const { provinces } of tables) {
    expect(sum(provinces.map((row) => row.payable))).toBe(sum(provinces.map((row) => row.receivable)));
  }
};

/** No refund is cleared without its settlement, and the two of them come to nothing. */
const refundsNetToNothing = (history: History): void => {
  const rows = rowsOf(history);
  const byNumber = new Map(rows.map((row) => [row.settlement.setl_id, row]));
  for (const { settlement, standing: at } of rows) {
    if (settlement.refundOf === undefined || at.state !== 'confirmed') continue;
    const original = byNumber.get(settlement.refundOf);
    expect(original?.standing.state).toBe('confirmed');
    expect((original?.standing.period ?? '9') <= at.period).toBe(true);
    const pair = [settlement, original?.settlement].flatMap((row) => (row && lineOf(row)) ?? []);
    expect(sum(pair.map((line) => dueOf(line, RULES)))).toBe(0);
  }
};

const checks = [nothingLostOrDoubled, refundsFollow, clearedOnce, refundsNetToNothing];

it('every row is cleared once, in whatever order things happen', async () => {
  const seen = new Set<string>();
  const pairs = new Set<string>();
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const history = await begin();
      const start = opening(history.world.world.store.reader);
      for (const deed of list) {
        const before = confirmedNumbers(history);
        seen.add(`${deed.deed} ${await play(history, deed)}`);
        nothingVanishes(before, history, deed);
        for (const check of checks) check(history);
      }
      for (const row of tablesOf(history).flatMap((table) => table.pairs)) pairs.add(`${row.payer} ${row.insurance}`);
      expect(audit(history.world.world.store.reader, start)).toEqual([]);
      expect(history.world.defects).toEqual([]);
      await history.world.close();
    }),
    { numRuns: 120 },
  );
  expect([...pairs].sort()).toEqual(['340000 employee', '610000 employee', '610000 resident']);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'settle done', 'refund done', 'refund refused', 'reverse done', 'reverse refused', 'confirm done',
      'confirm refused', 'withdraw done', 'withdraw refused', 'withdraw refused for a refund', 'wait done',
    ]),
  ); // prettier-ignore
});

it('taking back what was confirmed restores the month, and confirming it again is the same', async () => {
  let confirmations = 0;
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const history = await begin();
      for (const deed of list) {
        const before = { rows: rowsOf(history), tables: tablesOf(history) };
        if (deed.deed !== 'confirm' || (await play(history, deed)) !== 'done') {
          if (deed.deed !== 'confirm') await play(history, deed);
          continue;
        }
        const confirmed = { rows: rowsOf(history).map((row) => row.standing), tables: tablesOf(history) };
        expect(await withdraw(history, history.references.at(-1) ?? '')).toBe('done');
        expect({ rows: rowsOf(history), tables: tablesOf(history) }).toEqual(before);
        expect(await play(history, deed)).toBe('done');
        expect({ rows: rowsOf(history).map((row) => row.standing), tables: tablesOf(history) }).toEqual(confirmed);
        confirmations += 1;
      }
      await history.world.close();
    }),
    { numRuns: 40 },
  );
  expect(confirmations).toBeGreaterThan(20);
});
