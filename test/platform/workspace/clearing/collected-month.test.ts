import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClearingPut } from '../../../../src/platform/domain/clearing/national/records.ts';
import { deduct } from '../../../../src/platform/workspace/clearing/deduct.ts';
import { recheckDay } from '../../../../src/platform/workspace/clearing/recheck-day.ts';
import { runMonth } from '../../../../src/platform/workspace/clearing/run-month.ts';
import { dropClearingFault, setClearingFault } from '../../../../src/platform/workspace/clearing/faults.ts';
import { generateMonth } from '../../../../src/platform/time/clearing/generate.ts';
import { dueContext } from '../../../../src/platform/time/due-work.ts';
import { documents, linesOfMonth, wrongMonths } from '../../../support/cleared-months.ts';
import { openClearingDesk, type ClearingDesk } from '../../../support/clearing.ts';
import { NATIONAL_INPUTS } from '../../../support/national-claim.ts';
import { valuesOf } from '../../../support/play-catalogue.ts';
import { moveOn } from '../../../support/timeline.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** Once a month is collected its lines stand fast, whatever clerks, hospitals and provinces do. */

const DAY = '2026-09-20';
let world: TestWorld;
let desk: ClearingDesk;

beforeEach(async () => {
  world = await openTestWorld({ now: `${DAY} 09:00:00` });
  desk = await openClearingDesk(world);
});

afterEach(async () => {
  expect(wrongMonths(world)).toEqual([]);
  expect(world.defects).toEqual([]);
  await world.close();
});

const reader = () => world.world.store.reader;
const month = (period = '202609') => reader().clearingRecord('month', period);
const withheld = () => reader().clearingRecords('withheld', '', '~');
const due = (period = '202609') => reader().clearingRecord('table', period)?.table.total.due;
const missing = () => setClearingFault(world.world, { kind: 'missing', province: '440000', date: DAY });

/** A settlement that its hospital has confirmed; the clock stands at a day. */
const confirmed = async (until: string, period = '202609'): Promise<string> => {
  const setl_id = await desk.settle('B1', 1_000);
  await moveOn(world, '2026-10-05 09:00:00');
  await desk.confirm(period, await desk.details(period));
  await moveOn(world, `${until} 09:00:00`);
  return setl_id;
};

describe('a day that is found wrong', () => {
  it.each([
    ['collected', '2026-10-20 19:00:00'],
    ['generated', '2026-10-22 09:00:00'],
    ['closed', '2026-12-31 09:00:00'],
  ])('after its month was %s keeps nothing out: the difference says where it is cleared', async (stage, at) => {
    const setl_id = await confirmed('2026-10-06');
    await moveOn(world, at);
    expect(month()?.stage).toBe(stage);
    const before = linesOfMonth(world, '202609');
    await missing();
    const [day] = await recheckDay(world.world, DAY);
    expect(day?.differing).toMatchObject([{ setl_id, verdict: 'ours-only', clearedIn: '202609' }]);
    expect(withheld()).toEqual([]);
    expect(linesOfMonth(world, '202609')).toEqual(before);
  });

  it('again after it was released waits again, as long as its month is not collected', async () => {
    const setl_id = await confirmed('2026-10-06');
    const { value: fault } = (await missing()) as { value: { id: string } };
    await recheckDay(world.world, DAY);
    await dropClearingFault(world.world, fault.id);
    await recheckDay(world.world, DAY);
    expect(withheld()).toMatchObject([{ setl_id, releasedInto: '202609' }]);
    await missing();
    await recheckDay(world.world, DAY);
    expect(withheld()[0]?.releasedInto).toBeUndefined();
    await moveOn(world, '2026-10-22 09:00:00');
    expect(due()).toBe(0);
  });

  it('and put right when its month is over is cleared in the first open one, which falls due by itself', async () => {
    const fault = (await missing()) as { value: { id: string } };
    const setl_id = await confirmed('2026-10-22');
    await dropClearingFault(world.world, fault.value.id);
    await recheckDay(world.world, DAY);
    expect(withheld()).toMatchObject([{ setl_id, releasedInto: '202610' }]);
    await moveOn(world, '2026-11-22 09:00:00');
    expect(linesOfMonth(world, '202610').map((line) => line.id)).toEqual([setl_id]);
  }); // prettier-ignore
});

describe('a deduction', () => {
  it('between two pages of the generation stands in the table, and in the details', async () => {
    const setl_id = await confirmed('2026-10-20');
    await runMonth(world.world, '202609', 'collected');
    const context = dueContext(world.world.clock.now(), world.world.library, world.world.settings());
    const work = generateMonth(reader(), { kind: 'clearing-generate', key: '202609', at: context.now }, context);
    let pages = 0;
    for (;;) {
      const step = work.next();
      const entered = await deduct(world.world, { setl_id, amount: 1_00 + pages, reason: '超量开药' });
      expect(entered).toMatchObject({ ok: true, value: { period: '202609' } });
      pages += 1;
      if (step.done !== true) continue;
      await world.world.queue.submit((writer) => writer.apply(step.value(writer.reader)));
      break;
    }
    expect(pages).toBeGreaterThan(1);
    const lines = linesOfMonth(world, '202609');
    expect(lines.filter((line) => line.kind === 'deduction')).toHaveLength(pages);
    expect(wrongMonths(world)).toEqual([]);
    expect(documents(world, '202609', '610000').find(({ name }) => name === 'details-employee')?.rows).toHaveLength(
      1 + pages,
    );
  });

  it('waits for its settlement: nothing is taken off what is not cleared yet', async () => {
    const setl_id = await confirmed('2026-10-06');
    await deduct(world.world, { setl_id, amount: 1_00, reason: '超量开药' });
    await missing();
    await recheckDay(world.world, DAY);
    await moveOn(world, '2026-10-22 09:00:00');
    expect(linesOfMonth(world, '202609')).toEqual([]);
    expect(due()).toBe(0);
    for (const { id } of reader().clearingRecords('fault', '', '~')) await dropClearingFault(world.world, id);
    await recheckDay(world.world, DAY);
    await moveOn(world, '2026-11-22 09:00:00');
    expect(linesOfMonth(world, '202610').map((line) => line.kind)).toEqual(['settlement', 'deduction']);
  });

  it('goes behind all tables that are generated: what it leaves over is still taken off', async () => {
    const setl_id = await confirmed('2026-10-22');
    const later = { period: '202611', stage: 'generated', bills: [], done: [] } as const;
    const total = { visits: 0, lines: 0, medfee: 0, fund: 0, account: 0, due: 0 };
    const table = { period: '202611', total, pairs: [], provinces: [] };
    await world.add(
      { kind: 'clearing.put', record: 'month', key: '202611', body: later },
      {
        kind: 'clearing.put', record: 'table', key: '202611',
        body: { table, before: [], left: [] },
      } as unknown as { readonly kind: 'clearing.put' } & ClearingPut,
    );
    const entered = await deduct(world.world, { setl_id, amount: 1, reason: '超量开药' });
    expect(entered).toMatchObject({ ok: true, value: { period: '202612' } });
  }); // prettier-ignore
});

describe("a province's own refund of what a hospital settled", () => {
  it('waits until the hospital has confirmed the settlement: it is not cleared ahead of it', async () => {
    const setl_id = await desk.settle('B1', 1_000);
    const { mdtrtsn = '', insuplc } = reader().settlement('national', setl_id) ?? {};
    await moveOn(world, '2026-09-22 09:00:00');
    const values = { ...valuesOf(world, 'xian-worker-hypertension-diabetes', HOSPITAL), mdtrtarea: '440300', insuplc };
    const input = NATIONAL_INPUTS['1203']?.({ ...values, mdtrtsn, setl_sn: setl_id } as never);
    expect((await world.national('1203', input)).err_msg).toBeNull();
    await moveOn(world, '2026-10-22 09:00:00');
    expect(linesOfMonth(world, '202609')).toEqual([]);
    await moveOn(world, '2026-11-05 09:00:00');
    await desk.confirm('202610', await desk.details('202610'));
    await moveOn(world, '2026-11-22 09:00:00');
    expect(linesOfMonth(world, '202610').map((line) => line.kind).sort()).toEqual(['refund', 'settlement']);
    expect(due('202610')).toBe(0);
  }); // prettier-ignore
});
