import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5205-chronic-drugs/wire.gen.ts';
import { openWindow, type Window } from '../../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';
const DRUG = 'XC08CAA321A001010199001';

/** Two boxes of 氨氯地平片 at 3.20 元, taken at a time, as a batch of its own. */
const uploadDrug = ({ call, mdtrt_id, psn_no }: Window, chrg_bchno: string, fee_ocur_time: string) => {
  const names = {
    feedetl_sn: chrg_bchno,
    mdtrt_id,
    psn_no,
    chrg_bchno,
    med_list_codg: DRUG,
    medins_list_codg: 'HIS001',
  };
  return call('2204', { feedetail: [{ ...names, fee_ocur_time, det_item_fee_sumamt: 6.4, cnt: 2, pric: 3.2 }] });
};

const drugs = async (world: TestWorld, more: object = {}, envelope: object = {}) => {
  const { psn_no } = world.persona(PERSONA);
  const data = { psn_no, begntime: '2026-08-01 00:00:00', ...more };
  const answer = await world.call<Output>('5205', { data }, { insuplc_admdvs: '610100', ...envelope });
  return answer.output.feedetail;
};

const settledTwice = async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
  await uploadDrug(window, 'B1', '2026-09-01 09:00:00');
  await uploadDrug(window, 'B2', '2026-08-20 15:00:00');
  const first = await window.settle('B1', 6.4);
  await window.settle('B2', 6.4);
  return { world, window, first: first.output.setlinfo.setl_id };
};

describe('5205 人员慢特病用药记录查询', () => {
  it('lists the drugs of settled 门诊慢特病 visits, also of a person from another province, by time', async () => {
    const { world, window } = await settledTwice();
    expect(await drugs(world)).toMatchObject([
      { fee_ocur_time: '2026-08-20 15:00:00' },
      {
        feedetl_sn: 'B1',
        fixmedins_code: HOSPITAL,
        fixmedins_name: '深圳市沙箱第一人民医院',
        psn_no: window.psn_no,
        med_type: '14',
        fee_ocur_time: '2026-09-01 09:00:00',
        cnt: 2,
        pric: 3.2,
        hilist_name: '氨氯地平片',
        spec: '5mg*28片',
        list_type: '101',
      },
    ]);
  });

  it('keeps to the asked period, whose last day counts whole', async () => {
    const { world } = await settledTwice();
    expect(await drugs(world, { endtime: '2026-08-20' })).toMatchObject([{ feedetl_sn: 'B2' }]);
    expect(await drugs(world, { begntime: '2026-08-21' })).toMatchObject([{ feedetl_sn: 'B1' }]);
  });

  it('leaves out services, unsettled and refunded batches, and other categories', async () => {
    const { world, window, first } = await settledTwice();
    await window.refund(first);
    await window.upload('B3', 160);
    await window.settle('B3', 160);
    await uploadDrug(window, 'B4', '2026-09-01 09:30:00');
    const general = await openWindow(world, { persona: PERSONA });
    await uploadDrug(general, 'B5', '2026-09-01 09:40:00');
    expect((await general.settle('B5', 6.4)).infcode).toBe(0);
    expect(await drugs(world)).toMatchObject([{ feedetl_sn: 'B2' }]);
  });

  it('shows a hospital its own records only', async () => {
    const { world } = await settledTwice();
    expect(await drugs(world, {}, { fixmedins_code: 'H61010099001' })).toEqual([]);
  });
});
