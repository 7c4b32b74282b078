import { expect, it } from 'vitest';
import { openTestWorld } from '../support/world.ts';
import { openWindow } from '../support/window.ts';

const NOTICE = '[参保地 合肥市] 没有合肥市的政策数据，按安徽省示意模板计算，不是当地政策。';

it('a place without policies is settled by its province’s template, and the cashier is told', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, {
    persona: 'hefei-worker-hypertension',
    dise_codg: 'M03900',
  });
  await window.upload('B1', 1200);
  const tried = await window.trial('B1', 1200);
  const settled = await window.settle('B1', 1200);
  expect([tried.warn_msg, settled.warn_msg]).toEqual([NOTICE, NOTICE]);
  // 1140 in scope, less a deductible of 500, 70 %; a 三级 hospital has no bonus
  expect(settled.output.setlinfo).toMatchObject({ act_pay_dedc: 500, hifp_pay: 448 });
});
