import { expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../support/world.ts';
import { openWindow, type Window } from '../support/window.ts';

const PERSON = { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' };

/** What the year has used up so far, by code and period; what stands at nothing is left out. */
const usedBy = ({ world }: TestWorld, { psn_no, insutype }: Window) =>
  Object.fromEntries(
    world.store.reader
      .accumulators(psn_no, insutype)
      .filter(({ amount }) => amount !== 0)
      .map(({ cum_type_code, period, amount }) => [`${cum_type_code}@${period}`, amount]),
  );

const settle = async (window: Window, batch: string, yuan: number): Promise<string> => {
  await window.upload(batch, yuan);
  return (await window.settle(batch, yuan)).output.setlinfo.setl_id;
};

it('a claim of December that is refunded in January goes back to the old year', async () => {
  const world = await openTestWorld({ now: '2026-12-30 10:00:00' });
  const window = await openWindow(world, PERSON);
  const before = usedBy(world, window);
  const settled = await settle(window, 'B1', 1_000);
  expect(usedBy(world, window)).not.toEqual(before);
  world.setClock('2027-01-04 09:00:00');
  const refunded = await window.refund(settled);
  expect(refunded.infcode).toBe(0);
  expect(usedBy(world, window)).toEqual(before);
});

it.each([
  ['the first one first', [0, 1]],
  ['the last one first', [1, 0]],
] as const)('two settlements that are refunded, %s, leave the year and the account as they were', async (_, order) => {
  const world = await openTestWorld();
  const window = await openWindow(world, PERSON);
  const account = () => world.world.store.reader.balance(window.psn_no, window.insutype);
  const [before, balance] = [usedBy(world, window), account()];
  const settled = [await settle(window, 'B1', 333.33), await settle(window, 'B2', 777.77)];
  for (const index of order) expect((await window.refund(settled[index] ?? '')).infcode).toBe(0);
  expect(usedBy(world, window)).toEqual(before);
  expect(account()).toBe(balance);
});
