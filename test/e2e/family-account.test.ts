import { expect, it } from 'vitest';
import type { Output as Settled } from '../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import { openTestWorld } from '../support/world.ts';
import { openWindow } from '../support/window.ts';

const MEMBER = 'nanjing-worker-family-account';
const PAYER = 'nanjing-retiree-family-payer';

it('the family’s account pays what the own one lacks; a refund gives it back, its reversal takes it', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: MEMBER, dise_codg: 'M03900' });
  const payer = world.persona(PAYER).psn_no;
  const left = () => world.world.store.reader.balance(payer, '310') / 100;
  await window.upload('B1', 200);
  const { mdtrt_id, psn_no, insutype } = window;
  const { card_no, card_sn } = world.persona(MEMBER).card ?? {};
  const settled = await window.call<Settled>('2207', {
    data: {
      psn_no, mdtrt_id, insutype, chrg_bchno: 'B1', medfee_sumamt: 200, med_type: '14', mdtrt_cert_type: '03',
      mdtrt_cert_no: card_no, card_sn, acct_used_flag: '2',
    },
  }); // prettier-ignore
  // 200 = 190 in scope, all of it below the deductible of 1000; own account 20, family 180
  expect(settled.output.setlinfo).toMatchObject({ acct_pay: 200, acct_mulaid_pay: 180, psn_cash_pay: 0, balc: 0 });
  expect(left()).toBe(4820);

  const refunded = await window.refund(settled.output.setlinfo.setl_id, 'H44030099001FAMILY000000000001');
  expect(refunded.output.setlinfo).toMatchObject({ acct_pay: -200, acct_mulaid_pay: -180, balc: 20 });
  expect(left()).toBe(5000);

  const reversed = await window.reverse('H44030099001FAMILY000000000001', '2208');
  expect(reversed.infcode).toBe(0);
  expect(left()).toBe(4820);
});

it('without acct_used_flag 2 the family is left out', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: MEMBER, dise_codg: 'M03900' });
  await window.upload('B1', 200);
  const settled = await window.settle('B1', 200);
  expect(settled.output.setlinfo).toMatchObject({ acct_pay: 20, acct_mulaid_pay: 0, psn_cash_pay: 180 });
});
