import { afterAll, describe, expect, it } from 'vitest';
import { tableNumbers } from '../../src/platform/wire/load-table.ts';
import { ACTS, playAct } from '../support/play-catalogue.ts';
import { openTestWorld } from '../support/world.ts';
import { fuzzAmounts, fuzzBytes, fuzzConversations, fuzzTable } from './fuzz/fuzz.ts';
import { callable, openLivingWorld } from './fuzz/living-world.ts';

/*
 * Whatever a client sends, the answer is an envelope that says yes or no, nothing breaks inside, and the books stay
 * sound. The seed is fixed (test/fast-check-seed.ts); test/slow/fuzz.test.ts runs longer, on SQLite, with a new seed
 * every time.
 */

const living = openLivingWorld();

afterAll(async () => (await living).world.close());

describe('a transaction that is sent anything that its table has room for', () => {
  it.each(callable)('%s answers with an envelope, and the books stay sound', async (_title, key) => {
    const world = await living;
    await fuzzTable(world, key, await world.work(key.door), { numRuns: 40 });
    expect(world.faults()).toEqual([]);
  });
});

describe('a documented transaction without behaviour', () => {
  const others = tableNumbers('hospital').filter((infno) => !callable.some(([, key]) => key.infno === infno));

  it('answers with an envelope, whatever it is sent', async () => {
    const world = await living;
    const values = await world.work('hospital');
    expect(others.length).toBeGreaterThan(100);
    for (const infno of others) await fuzzTable(world, { door: 'hospital', infno }, values, { numRuns: 2 });
    expect(world.faults()).toEqual([]);
  });
});

describe('a conversation in which things go wrong', () => {
  it('is answered with envelopes, repeats what is repeated, and the books stay sound', async () => {
    const world = await living;
    await fuzzConversations(world, { numRuns: 120 });
    expect(world.faults()).toEqual([]);
  });
});

describe('amounts of all sizes', () => {
  it('settle or are refused, and the books stay sound', async () => {
    const world = await living;
    await fuzzAmounts(world, { numRuns: 60 });
    expect(world.faults()).toEqual([]);
  });
});

describe('bytes that are no message', () => {
  it('are answered with an envelope too', async () => {
    const world = await living;
    const good: string[] = [];
    for (const act of ACTS) {
      const played = await playAct(await openTestWorld(), act);
      good.push(
        ...played.map(({ definition: { infno }, input }) => JSON.stringify({ infno, msgid: `RAW${infno}`, input })),
      );
    }
    await fuzzBytes(world, good, { numRuns: 500 });
    expect(world.faults()).toEqual([]);
  });
});
