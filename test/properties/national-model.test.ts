import fc from 'fast-check';
import { expect, it } from 'vitest';
import { begin, compareBooks, faultsOf, openStage, play, type Stage } from './national-model/play.ts';
import { sequences } from './national-model/step.ts';
import { beginVisit, openUnsureStage, playToTheEnd, WAYS } from './national-model/unsure.ts';

/*
 * Whatever a province sends in whatever order — a message again, a reversal before its original, an original after its
 * reversal, a visit number once more — the node ends where a small model ends that knows no books and no hops.
 */

const counting = () => {
  const seen = new Map<string, number>();
  return { seen, count: (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1) };
};

it('any sequence of 1107, 1203 and 1301 ends in the state of the model', async () => {
  let round = 0;
  let stage: Stage | undefined;
  const { seen, count } = counting();
  const property = fc.asyncProperty(sequences(10), async (steps) => {
    stage ??= await openStage();
    const played = await begin(stage, `R${(round += 1)}`);
    for (const step of steps) count(await play(played, step));
    compareBooks(played);
    if (round % 20 > 0) return;
    expect(faultsOf(stage)).toEqual([]);
    await stage.world.close();
    stage = undefined;
  });
  await fc.assert(property, { numRuns: 1_000 });
  expect([...seen.keys()].sort()).toEqual([
    '1107 effect', '1107 refused', '1107 repeated', '1203 effect', '1203 idle', '1203 refused', '1203 repeated',
    '1301 effect', '1301 idle', '1301 refused', '1301 refused, account spent', '1301 refused-for-ever',
    '1301 repeated',
  ]); // prettier-ignore
});

it('so does one whose insured place loses and delays messages, once every outcome is known', async () => {
  let round = 0;
  const stage = await openUnsureStage('unsure');
  const { seen, count } = counting();
  const property = fc.asyncProperty(sequences(8), WAYS, async (steps, ways) => {
    const played = await beginVisit(stage, `R${(round += 1)}`);
    for (const [index, step] of steps.entries()) count(await playToTheEnd(played, step, ways[index] ?? 'again'));
    await stage.allArrived();
    compareBooks(played);
  });
  await fc.assert(property, { numRuns: 100 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await stage.world.world.queue.idle();
  expect(faultsOf(stage)).toEqual([]);
  const kinds = ['1107', '1203', '1301'].flatMap((infno) => [`${infno} known`, `${infno} known late`]);
  expect([...seen.keys()].sort()).toEqual([...kinds, '1107 undone', '1203 undone'].sort());
});
