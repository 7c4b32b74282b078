import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openVoucherDesk } from '../support/voucher-desk.ts';
import { STEPS, type Step } from './voucher/model.ts';
import { begin, play } from './voucher/play-model.ts';

const beginning = fc.constantFrom<readonly Step[]>(
  [],
  ['refund'],
  ['upload', 'wait'],
  ['upload', 'wait', 'red', 'wait'],
  ['upload', 'wait', 'applying', 'reimbursed'],
);
const sequences = fc
  .tuple(beginning, fc.array(fc.constantFrom(...STEPS), { minLength: 10, maxLength: 24 }))
  .map(([first, rest]) => [...first, ...rest]);

// Whatever is done to a voucher in whatever order, 5501 and the list of what is to be done say what a small model says.
it('a voucher goes through its states as the model does', async () => {
  const seen = new Map<string, number>();
  const desk = await openVoucherDesk();
  const property = fc.asyncProperty(sequences, async (steps) => {
    const one = await begin(desk);
    for (const step of steps) {
      const what = await play(one, step);
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
  });
  await fc.assert(property, { numRuns: 70 });
  expect(desk.world.defects).toEqual([]);
  await desk.world.close();
  const often = ['again ok', 'again refused', 'red ok', 'red-again ok', 'reimbursed ok', 'reversed ok', 'refund ok'];
  for (const what of often) expect(seen.get(what), what).toBeGreaterThan(5);
});
