import { hrtime } from 'node:process';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/platform/store/sqlite/open.ts';
import { temporaryFile } from '../platform/store/sqlite/temporary-file.ts';
import { fuzzAmounts, fuzzConversations, fuzzTable } from '../properties/fuzz/fuzz.ts';
import { slowPlace } from '../support/slow-place.ts';
import { callable, openLivingWorld, type LivingWorld } from '../properties/fuzz/living-world.ts';

/**
 * The fuzz of test/properties, longer, on SQLite, with a new seed every time. It is printed:
 * `KUASHENG_FUZZ_SEED=<seed> npm run test:slow` runs a red run again.
 */
const seed = Number(process.env['KUASHENG_FUZZ_SEED'] ?? hrtime.bigint() % 2_147_483_647n);
console.info(`KUASHENG_FUZZ_SEED=${seed}`);

/** A workspace of its own on disk, which is sound when everything has been sent. */
const onDisk = async (fuzz: (living: LivingWorld) => Promise<void>): Promise<void> => {
  const living = await openLivingWorld({ store: openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' }) });
  await fuzz(living);
  expect(living.faults()).toEqual([]);
  await living.world.close();
};

describe('fuzz on SQLite', () => {
  it.each(callable)('%s', async (_title, key) => {
    await onDisk(async (living) => fuzzTable(living, key, await living.work(key.door), { numRuns: 400, seed }));
  });

  it('amounts of all sizes', async () => {
    await onDisk((living) => fuzzAmounts(living, { numRuns: 300, seed }));
  });

  it('conversations with an insured place that answers in turns of its own', async () => {
    const living = await openLivingWorld({ insuredPlace: (_insuplc, running) => slowPlace(running) });
    await fuzzConversations(living, { numRuns: 200, seed });
    expect(living.faults()).toEqual([]);
    await living.world.close();
  });

  it('conversations in which things go wrong', async () => {
    await onDisk((living) => fuzzConversations(living, { numRuns: 500, seed }));
  });
});
