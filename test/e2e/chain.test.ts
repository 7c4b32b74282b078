import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/platform/store/port.ts';
import { audit, opening } from '../support/audit.ts';
import { openRemoteProvince } from '../support/remote-province.ts';
import { slowPlace } from '../support/slow-place.ts';
import { asOneBook } from '../support/two-books.ts';
import { openWindow, type Window } from '../support/window.ts';
import { openTestWorld, type TestWorldOptions } from '../support/world.ts';

/** Row 15 of the acceptance script: 结算→退费→退费冲正→结算冲正→结算→退费→结算. */
const playChain = async (window: Window, round: number): Promise<string> => {
  const id = (step: number) => `H44030099001CHAIN${round}${step}${window.insutype}`;
  const batch = `B${round}`;
  const ok = async (answer: ReturnType<Window['settle']>) => {
    const { infcode, err_msg, output } = await answer;
    expect(err_msg).toBeNull();
    expect(infcode).toBe(0);
    return output?.setlinfo;
  };
  await window.upload(batch, 2000);
  const first = await ok(window.settle(batch, 2000, id(1)));
  const refund = await ok(window.refund(first.setl_id, id(2)));
  expect(refund.setl_id).not.toBe(first.setl_id);
  expect(refund.medfee_sumamt).toBe(-2000);
  await ok(window.reverse(id(2), '2208'));
  await ok(window.reverse(id(1), '2207'));
  const second = await ok(window.settle(batch, 2000, id(5)));
  await ok(window.refund(second.setl_id, id(6)));
  const third = await ok(window.settle(batch, 2000, id(7)));
  return third.setl_id;
};

const PEOPLE = [
  { who: '职工在职', persona: 'xian-acceptance-worker' },
  { who: '职工退休', persona: 'xian-acceptance-retiree' },
  { who: '居民', persona: 'xian-acceptance-resident' },
];

const booksOf = (reader: Reader, psn_no: string, insutype: string) => {
  return {
    balance: reader.balance(psn_no, insutype),
    accumulators: reader.accumulators(psn_no, insutype),
    effective: (['treatment', 'national', 'insured'] as const).map((book) =>
      reader
        .visitsOf(psn_no)
        .flatMap((visit) => reader.settlementsOfVisit(book, visit.mdtrt_id))
        .map(({ state, refundOf, shares }) => ({ state, refund: refundOf !== undefined, cash: shares.psn_cash_pay })),
    ),
  };
};

const playTwice = async (persona: string, options: TestWorldOptions = {}) => {
  const world = await openTestWorld(options);
  const window = await openWindow(world, { persona, dise_codg: 'M06900' });
  await playChain(window, 1);
  await playChain(window, 2);
  const books = booksOf(world.world.store.reader, window.psn_no, window.insutype);
  expect(world.defects).toEqual([]);
  await world.close();
  return books;
};

describe('the chain of the acceptance script', () => {
  it.each(PEOPLE)('runs twice in a row for $who, one effective settlement a batch', async ({ persona }) => {
    const books = await playTwice(persona);
    for (const book of books.effective) {
      expect(book.filter((row) => row.state === 'effective' && !row.refund)).toHaveLength(2);
      expect(book).toHaveLength(10);
    }
  });

  it('runs in two years as it runs today: all dates are relative to the start of the workspace', async () => {
    const persona = 'xian-acceptance-worker';
    const later = await playTwice(persona, { now: '2028-11-22 10:00:00' });
    expect(later.effective).toEqual((await playTwice(persona)).effective);
  });

  it.each(PEOPLE)(
    'leaves the same books for $who when the insured place answers in a turn of its own',
    async ({ persona }) => {
      const waiting = await playTwice(persona, { insuredPlace: (_insuplc, world) => slowPlace(world) });
      expect(waiting).toEqual(await playTwice(persona));
    },
  );

  it.each(PEOPLE)(
    "leaves the same books for $who when a province's own system answers, and both are sound",
    async ({ persona }) => {
      const { nation, province, close } = await openRemoteProvince();
      const both = asOneBook(nation.world.store.reader, province.world.store.reader);
      const start = opening(both);
      const window = await openWindow(nation, { persona, dise_codg: 'M06900' });
      await playChain(window, 1);
      await playChain(window, 2);
      expect(booksOf(both, window.psn_no, window.insutype)).toEqual(await playTwice(persona));
      await nation.world.queue.idle();
      expect(audit(both, start)).toEqual([]);
      expect([...nation.defects, ...province.defects]).toEqual([]);
      await close();
    },
  );
});
