import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DayDifference } from '../../../../../../src/platform/domain/clearing/national/records.ts';
import type { Settlement } from '../../../../../../src/platform/domain/settlement.ts';
import { kindNamed } from '../../../../../../src/platform/faults/kinds.ts';
import type { Write } from '../../../../../../src/platform/store/port.ts';
import { recheckDay } from '../../../../../../src/platform/workspace/clearing/recheck-day.ts';
import { asFen } from '../../../../../../src/kernel/money.ts';
import type { PlaceFault } from '../../../../../../src/kernel/fault/effect.ts';
import { faultOf } from '../../../../../kernel/fault/rows.ts';
import { openClearingDesk, type ClearingDesk } from '../../../../../support/clearing.ts';
import { nationalClaim, NATIONAL_INPUTS } from '../../../../../support/national-claim.ts';
import { valuesOf } from '../../../../../support/play-catalogue.ts';
import { moveOn } from '../../../../../support/timeline.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../../../support/world.ts';

/** The day of the nation against its hospitals and against the insured places. */

const DAY = '2026-09-20';
let world: TestWorld;
let desk: ClearingDesk;

beforeEach(async () => {
  world = await openTestWorld({ now: `${DAY} 09:00:00` });
  desk = await openClearingDesk(world);
});

afterEach(async () => {
  expect(world.defects).toEqual([]);
  await world.close();
});

const reader = () => world.world.store.reader;
const day = () => reader().clearingRecord('day', `${DAY} 440000`);
const night = () => moveOn(world, '2026-09-21 03:00:00');
const withheld = () => reader().clearingRecords('withheld', '', '~');
const lacks = ({ verdict, leg, party, setl_id }: DayDifference) => `${setl_id} ${verdict} ${leg} ${party}`;
const told = () => day()?.differing.map(lacks);

const strike = async (kind: string, params: object, infno: string) => {
  const checked = kindNamed(kind)?.params.parse(params) as PlaceFault;
  const fault = faultOf({ kind, with: { ...checked }, when: { infno: [infno] }, count: 1 });
  await world.add({ kind: 'fault.put', fault });
};

/** Where the hospital's message is answered without the treatment book being told of it. */
const lostByHospital = (row: Settlement): Write => ({
  kind: 'settlement.state', book: 'treatment', setl_id: row.setl_id, state: 'reversed',
}); // prettier-ignore

const rowOf = (book: 'treatment' | 'national' | 'insured', setl_id: string): Settlement => {
  const row = reader().settlement(book, setl_id);
  if (!row) throw new Error(`${setl_id} stands in the ${book} book`);
  return row;
};

describe('a day on which three books are held together', () => {
  it('agrees where all have the same', async () => {
    await desk.settle('B1', 1_000);
    await night();
    expect(day()).toMatchObject({ rows: 1, agreed: 1, unlisted: 0, unlistedInsured: 0, differing: [] });
  });

  it('finds what the insured place has not booked, and keeps it out until it has', async () => {
    await strike('split-commit', { leg: 'hub-only' }, '2207');
    const setl_id = await desk.settle('B1', 1_000);
    await night();
    expect(told()).toEqual([`${setl_id} ours-only insured 610000`]);
    expect(withheld()).toMatchObject([{ setl_id, verdict: 'ours-only', leg: 'insured', party: '610000' }]);
    await world.add({ kind: 'settlement.add', settlement: { ...rowOf('national', setl_id), book: 'insured' } });
    const [after] = await recheckDay(world.world, DAY);
    expect(after).toMatchObject({ rows: 1, agreed: 1, differing: [] });
    expect(withheld()).toMatchObject([{ setl_id, releasedInto: '202609' }]);
  });

  it('finds what the insured place alone has booked, until it is reversed there', async () => {
    await strike('split-commit', { leg: 'place-only', timeout: 10 }, '2207');
    await desk.window.upload('B1', 1_000);
    await desk.window.settle('B1', 1_000, 'MSG-LOST');
    await expect.poll(() => reader().settlementsOfVisit('insured', desk.window.mdtrt_id)).toHaveLength(1);
    await night();
    const [row] = reader().settlementsOfVisit('insured', desk.window.mdtrt_id);
    expect(told()).toEqual([`${row?.setl_id} theirs-only insured 610000`]);
    expect(withheld()).toEqual([]);
    expect((await desk.window.reverse('MSG-LOST', '2207')).err_msg).toBeNull();
    expect(await recheckDay(world.world, DAY)).toMatchObject([{ rows: 0, agreed: 0, differing: [] }]);
    expect(day()?.differing).toEqual([]);
  });

  it('finds what its own hospital has lost: a row of its 2207, not one of a province', async () => {
    const setl_id = await desk.settle('B1', 1_000);
    const own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
    await world.national('1107', nationalClaim({ ...own, mdtrtsn: '440300OWN1' }), { msgid: '440300OWN1' });
    await world.add(lostByHospital(rowOf('treatment', setl_id)));
    await night();
    expect(day()).toMatchObject({ rows: 2, agreed: 1, unlisted: 1 });
    expect(day()?.differing).toMatchObject([{ setl_id, verdict: 'ours-only', leg: 'treatment', reversed: true }]);
    expect(withheld()).toMatchObject([{ setl_id, leg: 'treatment', party: '440000' }]);
  });

  it.each([
    ['medfee_sumamt', 'total-differs'],
    ['fund_pay_sumamt', 'fund-differs'],
    ['acct_pay', 'account-differs'],
  ] as const)('compares %s with the insured place', async (figure, verdict) => {
    const setl_id = await desk.settle('B1', 1_000);
    const row = rowOf('insured', setl_id);
    const shares = { ...row.shares, [figure]: asFen(row.shares[figure] + 1) };
    await world.add({ kind: 'settlement.state', book: 'national', setl_id, state: 'reversed' });
    const copy = { ...row, setl_id: `${setl_id}X` };
    await world.add(
      { kind: 'settlement.add', settlement: { ...copy, book: 'national', movements: [] } },
      { kind: 'settlement.add', settlement: { ...copy, shares } },
      { kind: 'settlement.state', book: 'insured', setl_id, state: 'reversed' },
      lostByHospital(row),
    );
    await night();
    expect(told()).toEqual([`${setl_id}X ${verdict} insured 610000`]);
  });

  it('finds a refund that the insured place has forgotten, and the state of what it refunds', async () => {
    const setl_id = await desk.settle('B1', 1_000);
    await strike('split-commit', { leg: 'hub-only' }, '2208');
    const refund = (await desk.window.refund(setl_id)).output.setlinfo.setl_id;
    await night();
    expect(told()).toEqual(
      expect.arrayContaining([
        `${setl_id} state-differs insured 610000`,
        `${refund} ours-only insured 610000`,
      ]),
    );
    expect(withheld()).toHaveLength(2);
  }); // prettier-ignore

  it('says of a row that one party has reversed', async () => {
    const setl_id = await desk.settle('B1', 1_000);
    await world.add({ kind: 'settlement.state', book: 'insured', setl_id, state: 'reversed' });
    await night();
    expect(day()?.differing).toMatchObject([{ setl_id, verdict: 'ours-only', leg: 'insured', reversed: true }]);
  });

  it("finds a province's own refund of what a hospital settled, until the hospital refunds it too", async () => {
    const setl_id = await desk.settle('B1', 1_000);
    const { mdtrtsn = '', visitor, insuplc } = rowOf('national', setl_id);
    const values = { ...valuesOf(world, 'xian-worker-hypertension-diabetes', HOSPITAL), mdtrtarea: '440300', insuplc };
    const input = NATIONAL_INPUTS['1203']?.({ ...values, mdtrtsn, setl_sn: setl_id, psn_no: visitor.psn_no });
    expect((await world.national('1203', input)).err_msg).toBeNull();
    await night();
    expect(told()).toEqual([`${setl_id} state-differs treatment 440000`]);
    expect(day()).toMatchObject({ rows: 2, unlisted: 1 });
    expect((await desk.window.refund(setl_id)).err_msg).toBeNull();
    expect(await recheckDay(world.world, DAY)).toMatchObject([{ agreed: 2, differing: [] }]);
  });

  it('does not miss what a system of its own has: there is no book of it here', async () => {
    await world.add({
      kind: 'place.put', state: { place: '610100', remote: { url: 'http://place.test', timeoutMs: 1 } },
    }); // prettier-ignore
    await strike('split-commit', { leg: 'hub-only' }, '2207');
    await desk.settle('B1', 1_000);
    await night();
    expect(day()).toMatchObject({ rows: 1, agreed: 1, unlistedInsured: 1 });
  });
});
