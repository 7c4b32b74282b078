import { describe, expect, it } from 'vitest';
import { dateTimeOf, instantOf } from '../../../../src/kernel/civil-time.ts';
import {
  monthsBefore,
  openSandbox,
  playTraffic,
  seededRandom,
  type Sandbox,
} from '../../../../src/platform/sandbox.ts';
import type { Settlement } from '../../../../src/platform/domain/settlement.ts';

const PLAN = {
  settlements: 90,
  months: ['202607', '202608'],
  provinces: ['440000', '610000', '630000'],
};

const open = (): Promise<Sandbox> =>
  openSandbox({ startClock: { mode: 'frozen', at: instantOf('2026-09-25 10:00:00') } });

const play = (sandbox: Sandbox) => playTraffic(sandbox.workspaceOf(''), seededRandom('traffic'), PLAN);

/** All rows of the national book in July and August. */
const rowsOf = (sandbox: Sandbox): Settlement[] => {
  const { reader } = sandbox.workspaceOf('').world().store;
  return ['07', '08'].flatMap((month) =>
    Array.from({ length: 31 }, (_one, day) =>
      reader.nationalOfDay(`2026-${month}-${String(day + 1).padStart(2, '0')}`, undefined, 1_000),
    ).flat(),
  );
};

describe('traffic of months that are over', () => {
  it('is the same for the same seed, goes between all pairs, and is reconciled and cleared at once', async () => {
    const [one, other] = [await open(), await open()];
    const played = await play(one);
    if (!played.ok) throw new Error(played.error);
    const { settlements, refunds, reversals, refused } = played.value;
    expect(settlements + refused).toBe(90);
    expect([settlements > 60, refunds > 0, reversals > 0]).toEqual([true, true, true]);
    await play(other);
    const rows = rowsOf(one);
    expect(rows).toHaveLength(settlements + refunds);
    expect(rowsOf(other)).toEqual(rows);
    const pairs = new Set(rows.map((row) => `${row.insuplc.slice(0, 2)} ${row.mdtrtarea.slice(0, 2)}`));
    expect(pairs.size).toBe(6);

    const { reader } = one.workspaceOf('').world().store;
    const tables = ['202607', '202608'].map((period) => reader.clearingRecord('table', period)?.table.total);
    expect(tables.reduce((sum, total) => sum + (total?.lines ?? 0), 0)).toBe(settlements + refunds - reversals);
    const days = reader.clearingRecords('day', '', '~');
    expect(days.reduce((sum, day) => sum + day.agreed, 0)).toBe(settlements + refunds - reversals);
    expect(days.every((day) => day.differing.length === 0)).toBe(true);
    // No province has sent it: it proves nothing in an acceptance, and retention may take it.
    expect(reader.journal(1_000).every((row) => row.via === 'self')).toBe(true);
    expect(await play(one)).toMatchObject({ ok: false });
    await one.close();
    await other.close();
  });

  it('comes again for later months, and the same plan twice before its month is collected', async () => {
    const sandbox = await open();
    const september = { ...PLAN, settlements: 30, months: ['202609'] };
    const runs = [];
    for (let run = 0; run < 3; run += 1) {
      runs.push(await playTraffic(sandbox.workspaceOf(''), seededRandom('traffic'), september));
    }
    const settled = runs.map((run) => (run.ok ? run.value.settlements : run.error));
    expect(settled.every((count) => Number(count) > 20)).toBe(true);
    const { reader } = sandbox.workspaceOf('').world().store;
    const numbers = Array.from({ length: 30 }, (_one, day) =>
      reader.nationalOfDay(`2026-09-${String(day + 1).padStart(2, '0')}`, undefined, 1_000).map((row) => row.msgid),
    ).flat();
    expect(new Set(numbers).size).toBe(numbers.length);
    await sandbox.close();
  });

  it('is cleared when it is answered, though the clock goes on meanwhile', async () => {
    for (let round = 0; round < 3; round += 1) {
      const sandbox = await openSandbox();
      const workspace = sandbox.workspaceOf('');
      const now = workspace.world().clock.now();
      const plan = { ...PLAN, settlements: 20, months: monthsBefore(dateTimeOf(now).slice(0, 7).replace('-', ''), 3) };
      await playTraffic(workspace, seededRandom('traffic'), plan);
      expect(workspace.world().store.reader.nextDue(now)).toBeUndefined();
      await sandbox.close();
    }
  });
});
