import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateOf } from '../../src/kernel/civil-time.ts';
import type { Settlement } from '../../src/platform/domain/settlement.ts';
import { addPeriods } from '../../src/rules/clearing/period.ts';
import type { ClearingLine } from '../../src/rules/clearing/line.ts';
import { linesOfMonth, wrongMonths } from '../support/cleared-months.ts';
import { acts, begin, FIRST, play, readerOf, type Act, type Clerks } from './clearing/clerks.ts';

/*
 * Whatever hospitals, provinces and clerks do, in whatever order: tables, bills and documents of every generated month
 * agree, what provinces pay is what provinces get, and everything that was confirmed is cleared once, or waits.
 */

const rowsOf = (clerks: Clerks): Settlement[] => {
  const { reader } = clerks.test.world.store;
  const last = dateOf(clerks.test.world.clock.now());
  const rows: Settlement[] = [];
  for (let day = FIRST; day <= last; day = addDays(day, 1)) rows.push(...reader.nationalOfDay(day, undefined, 1_000));
  return rows;
};

const monthsOf = (clerks: Clerks): string[] => {
  const last = readerOf(clerks).clearingRecords('month', '', '~').at(-1)?.period ?? FIRST.slice(0, 7).replace('-', '');
  const months: string[] = [];
  for (let month = '202609'; month <= addPeriods(last, 3); month = addPeriods(month, 1)) months.push(month);
  return months;
};

/** Every confirmed row, and every deduction from one, stands in the lines of exactly one month, or is kept out. */
const clearedOnceOrWaiting = (clerks: Clerks): void => {
  const reader = readerOf(clerks);
  const lines = monthsOf(clerks).flatMap((month) => linesOfMonth(clerks.test, month));
  const count = (id: string) => lines.filter((line) => line.id === id).length;
  const withheld = reader.clearingRecords('withheld', '', '~').filter((row) => row.releasedInto === undefined);
  const stopped = new Set(withheld.map((row) => row.setl_id));
  const confirmed = (id: string) => reader.confirmationsOf(id).some((said) => said.confirmed);
  const waits = (id: string) => stopped.has(id) || !confirmed(id);
  for (const { setl_id, refundOf, state } of rowsOf(clerks)) {
    const isOut = state === 'reversed' || waits(setl_id) || (refundOf !== undefined && waits(refundOf));
    expect(`${setl_id} ${count(setl_id)}`).toBe(`${setl_id} ${isOut ? 0 : 1}`);
  }
  for (const { id, setl_id, pending } of reader.clearingRecords('deduction', '', '~')) {
    expect(`${id} ${count(id)}`).toBe(`${id} ${pending === true || waits(setl_id) ? 0 : 1}`);
  }
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
}; // prettier-ignore

/** Rows of a collected month are the same for ever; of a generated one deductions too, unless they are corrected. */
const standFast = (kept: Map<string, ClearingLine[]>, clerks: Clerks): void => {
  for (const { period } of readerOf(clerks).clearingRecords('month', '', '~')) {
    const rows = linesOfMonth(clerks.test, period).filter((line) => line.kind !== 'deduction');
    expect(rows).toEqual(kept.get(period) ?? rows);
    kept.set(period, rows);
  }
};

const AFTERWARDS = Array<Act>(5).fill({ act: 'wait', days: 20 });

it('every generated month adds up, and everything is cleared once, whatever clerks do', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const clerks = await begin();
      const kept = new Map<string, ClearingLine[]>();
      // In the end time goes on until what was left over has gone into a table.
      for (const act of [...list, ...AFTERWARDS]) {
        seen.add(`${act.act} ${await play(clerks, act)}`);
        standFast(kept, clerks);
        expect(wrongMonths(clerks.test)).toEqual([]);
      }
      clearedOnceOrWaiting(clerks);
      expect(clerks.test.defects).toEqual([]);
      await clerks.test.close();
    }),
    { numRuns: 70 },
  );
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'confirm done', 'correct done', 'correct refused', 'deduct done', 'deduct pending', 'deduct refused',
      'recheck too late', 'reject done', 'run done', 'spoil done', 'mend done', 'province settles done',
      'province refunds done', 'refund done',
    ]),
  ); // prettier-ignore
}, 120_000);
