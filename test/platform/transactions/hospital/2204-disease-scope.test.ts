import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/2204-upload-fees/wire.gen.ts';
import { openWindow, type Window } from '../../../support/window.ts';
import { openTestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';
const OUTSIDE = '不在本病种支付范围，请按普通门诊另行结算';

/** 氨氯地平片 and 二甲双胍片, both 甲类, one box each in one batch. */
const uploadBoth = async ({ call, mdtrt_id, psn_no }: Window, more: object = {}) => {
  const rows = ['XC08CAA321A001010199001', 'XA10BDE082A001010199001'].map((med_list_codg, index) => ({
    feedetl_sn: String(index + 1),
    ...{ mdtrt_id, psn_no, chrg_bchno: 'B1', med_list_codg, medins_list_codg: 'HIS1', rx_circ_flag: '0' },
    ...{ det_item_fee_sumamt: 100, cnt: 1, pric: 100, ...more },
  }));
  const answer = await call<Output>('2204', { feedetail: rows });
  return answer.output.result.map(({ fulamt_ownpay_amt, memo }) => [fulamt_ownpay_amt, memo]);
};

describe('payment scope of a disease 病种支付范围', () => {
  it('leaves a 降糖药 out of a visit for 高血压 in 深圳, and says how to settle it', async () => {
    const world = await openTestWorld();
    const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
    expect(await uploadBoth(window, { dise_codg: 'M03900' })).toEqual([
      [0, null],
      [100, OUTSIDE],
    ]);
    const { output } = await window.settle('B1', 200);
    expect(output.setlinfo).toMatchObject({ medfee_sumamt: 200, fulamt_ownpay_amt: 100, inscp_scp_amt: 100 });
    await world.close();
  });

  it('takes the disease of the visit where the line names none', async () => {
    const world = await openTestWorld();
    const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
    expect(await uploadBoth(window)).toEqual([
      [0, null],
      [100, OUTSIDE],
    ]);
    await world.close();
  });

  it.each([
    ['another disease, which has no list', { dise_codg: 'M01600' }, {}],
    ['普通门诊, whatever the line says', {}, { dise_codg: 'M03900' }],
    ['another place', { dise_codg: 'M03900', institution: 'H11000099001' }, {}],
    ['a day before the list', { dise_codg: 'M03900' }, { fee_ocur_time: '2024-12-31 08:00:00' }],
  ])('sets no limit for %s', async (_what, opening, more) => {
    const world = await openTestWorld();
    const window = await openWindow(world, { persona: PERSONA, ...opening });
    expect(await uploadBoth(window, more)).toEqual([
      [0, null],
      [0, null],
    ]);
    await world.close();
  });
});
