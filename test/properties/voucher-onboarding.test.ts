import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELLS, type Cell } from '../../src/platform/domain/voucher/onboarding/matrix.ts';
import type { OnboardingState, StepName } from '../../src/platform/domain/voucher/onboarding/onboarding.ts';
import { onboardInto, onboardStep } from '../../src/platform/workspace/vouchers/onboard.ts';
import { HOSPITAL } from '../support/world.ts';
import { openVoucherDesk } from '../support/voucher-desk.ts';
import { ACTS, afterAct, START, type Act } from './voucher/onboarding-model.ts';

const FORWARD: readonly Act[] = ACTS.slice(0, 9);
const acts = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 3, arbitrary: fc.constant('next' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...ACTS) },
    ),
    tested: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  }),
  { minLength: 10, maxLength: 40 },
);
const passed: readonly Cell[] = CELLS.map((cell) => ({ ...cell, state: 'passed', remark: '', evidence: [] }));
const given = {
  checklist: { department: '信息科', phone: '0', vendor: '沙箱', types: ['1'] },
  compiledBy: '信息科',
} as const;

// Whatever the three parties do in whatever order: stage, orders, and who may upload are those of a small model.
it('an institution goes through the stages as the model does', async () => {
  const desk = await openVoucherDesk({ settings: { voucherOnboarding: 'none' } });
  const { world } = desk.world;
  const made = desk.make((await desk.settled()).setl_id);
  const seen = new Set<string>();
  const done = async (act: Act, tested: boolean): Promise<boolean> => {
    if (act === 'upload') return (await desk.send(made)).infcode === 0;
    if (act.startsWith('set-'))
      return (await onboardInto(world, HOSPITAL, act.slice(4) as OnboardingState)) !== undefined;
    const step = { step: act as StepName, institutions: [HOSPITAL], given };
    return (await onboardStep(world, step, () => (tested ? passed : []))).ok;
  };
  const property = fc.asyncProperty(acts, async (steps) => {
    await onboardInto(world, HOSPITAL, 'none');
    let model = { ...START, opened: world.store.reader.voucherOnboarding(HOSPITAL)?.orders.length ?? 0 };
    for (const { act: wanted, tested } of steps) {
      // Mostly the flow goes on: its end would hardly be reached by chance.
      const act =
        wanted === 'next' ? (FORWARD.find((one) => one !== 'apply' && afterAct(model, one, true)) ?? 'apply') : wanted;
      const after = afterAct(model, act, tested);
      expect(await done(act, tested), `${act} in ${model.stage}`).toBe(after !== undefined);
      model = after ?? model;
      const standing = world.store.reader.voucherOnboarding(HOSPITAL);
      expect(standing?.stage).toBe(model.stage);
      expect(standing?.orders.length).toBe(model.opened);
      expect(standing?.orders.some(({ state }) => state === 'open')).toBe(model.open);
      seen.add(`${model.stage} ${after ? 'ok' : 'refused'}`);
    }
  });
  await fc.assert(property, { numRuns: 60 });
  expect(desk.world.defects).toEqual([]);
  const numbers = world.store.reader.voucherOnboarding(HOSPITAL)?.orders.map(({ no }) => no) ?? [];
  expect(new Set(numbers).size).toBe(numbers.length);
  await desk.world.close();
  for (const stage of ['verified ok', 'live refused', 'launch-ordered ok', 'none refused', 'test refused']) {
    expect(seen).toContain(stage);
  }
});
