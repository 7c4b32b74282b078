import { expect, it } from 'vitest';
import type { Output as Settle } from '../../src/platform/domain/national/1107.gen.ts';
import { reimburseClaim } from '../../src/platform/workspace/claims/reimburse-claim.ts';
import { HOSPITAL, openTestWorld } from '../support/world.ts';
import { openWindow } from '../support/window.ts';

const PERSON = 'bingtuan-resident-full-advance';

it('where the insured place says 全额垫付 no fund pays, nothing is counted, and the cashier is told', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: PERSON, dise_codg: 'M01600' });
  await window.upload('B1', 200);
  const settled = await window.settle('B1', 200);
  expect(settled.warn_msg).toBe('[参保地 新疆生产建设兵团] 参保地按全额垫付处理：基金不支付，请患者回参保地手工报销。');
  expect(settled.output.setlinfo).toMatchObject({ fund_pay_sumamt: 0, psn_cash_pay: 200, acct_pay: 0 });
  expect(world.world.store.reader.accumulators(window.psn_no, '390')).toEqual([]);

  const [row] = world.world.store.reader.settlementsOfVisit('national', window.mdtrt_id);
  expect(row?.fullAdvance).toBe(true);
});

it('the national answer carries fulamt_advpay_flag 1, and its refund too', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: PERSON, dise_codg: 'M01600' });
  await window.upload('B1', 200);
  const { output } = await window.settle('B1', 200);
  await window.refund(output.setlinfo.setl_id);
  const flags = world.world.store.reader
    .settlementsOfVisit('insured', window.mdtrt_id)
    .map(({ sender, infno, msgid }) => world.world.store.reader.message({ door: 'national', sender, infno, msgid }))
    .map((message) => (JSON.parse(message?.answer ?? '') as { output: Settle }).output.setlinfo.fulamt_advpay_flag);
  expect(flags).toEqual(['1', '1']);
});

it('what was paid in advance is reimbursed at home by the same rules, once', async () => {
  const test = await openTestWorld();
  const window = await openWindow(test, { persona: PERSON, dise_codg: 'M01600' });
  await window.upload('B1', 200);
  await window.settle('B1', 200);
  const bill = {
    person: test.persona(PERSON).psn_no,
    fixmedins_code: HOSPITAL,
    date: '2026-09-01',
    dise_codg: 'M01600',
    invono: 'FP-1',
    medfee_sumamt: '200.00',
    preselfpay_amt: '10.00',
  };
  const paid = await reimburseClaim(test.world, bill);
  expect(paid.ok && paid.value.shares).toMatchObject({ inscp_scp_amt: 19_000, fulamt_ownpay_amt: 0 });
  expect(paid.ok && paid.value.shares.hifp_pay).toBeGreaterThan(0);
  expect(await reimburseClaim(test.world, bill)).toMatchObject({ ok: false });
});
