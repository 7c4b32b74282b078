import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStage, playRound, STEPS } from './struck-place/play.ts';

/*
 * Whatever an insured place over the embedded engine does to messages, and in whatever order the same message comes
 * again, its late answer arrives and it is reversed: no more than one settlement stands, and once every outcome is
 * known the three books say the same.
 */
it('asking again, late answers and reversals in any order leave the same settlement in every book, once', async () => {
  const seen = new Map<string, number>();
  const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1);
  const property = fc.asyncProperty(STEPS, async (steps) => {
    const stage = await openStage();
    await playRound(stage, steps, count);
    expect(stage.faults()).toEqual([]);
    await stage.world.close();
  });
  await fc.assert(property, { numRuns: 100 });
  expect([...seen.keys()].sort()).toEqual([
    'reverse done', 'reverse refused', 'reverse unknown', 'settle done', 'settle refused', 'settle unknown',
  ]); // prettier-ignore
});
