import { describe, expect, it } from 'vitest';
import type { Output as Uploaded } from '../../../../src/platform/transactions/hospital/2204-upload-fees/wire.gen.ts';
import type { Output } from '../../../../src/platform/transactions/hospital/5204-fee-lines/wire.gen.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';
const HOME = 'H61010099001';
const DRUG = 'XC09DXS255A001010199001';

const DRUG_LINE = {
  feedetl_sn: '1', chrg_bchno: 'B1', dise_codg: 'M03900', rxno: 'RX1', rx_circ_flag: '0',
  fee_ocur_time: '2026-09-01 09:00:00', med_list_codg: DRUG, medins_list_codg: 'HIS001', det_item_fee_sumamt: 168.6,
  cnt: 4, pric: 42.15, prd_days: 7, bilg_dept_name: '心血管内科', bilg_dr_name: '沙箱医生', hosp_appr_flag: '0',
}; // prettier-ignore
const UNLISTED_LINE = {
  ...DRUG_LINE, feedetl_sn: '2', med_list_codg: 'Z0001', medins_list_codg: 'HIS002', det_item_fee_sumamt: 30, cnt: 1,
  pric: 30,
}; // prettier-ignore

/** Two lines, one of them not in the catalogue, settled at a hospital of the person's own city. */
const settled = async (institution = HOME) => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900', institution });
  const { mdtrt_id, psn_no } = window;
  const upload = (...lines: object[]) =>
    window.call<Uploaded>('2204', { feedetail: lines.map((line) => ({ ...line, mdtrt_id, psn_no })) });
  const split = (await upload(DRUG_LINE, UNLISTED_LINE)).output.result;
  const { setl_id } = (await window.settle('B1', 198.6)).output.setlinfo;
  const ask = (id = setl_id, envelope?: Readonly<Record<string, unknown>>) =>
    window.call<Output>('5204', { data: { psn_no, mdtrt_id, setl_id: id } }, envelope);
  return { window, setl_id, split, upload, ask };
};

describe('5204 费用明细查询', () => {
  it('is the list itself: each line as sent, as split by 2204, and as the catalogue names it', async () => {
    const { window, setl_id, split, ask } = await settled();
    const { output } = await ask();
    expect(output).toHaveLength(2);
    const parts = split.map(({ fulamt_ownpay_amt, overlmt_amt, preselfpay_amt, inscp_scp_amt, selfpay_prop }) => ({
      fulamt_ownpay_amt, overlmt_amt, preselfpay_amt, inscp_scp_amt, selfpay_prop,
    })); // prettier-ignore
    expect(output).toMatchObject(parts);
    expect(output[0]).toMatchObject({
      setl_id,
      mdtrt_id: window.mdtrt_id,
      feedetl_sn: '1',
      rx_drord_no: 'RX1',
      med_type: '14',
      fee_ocur_time: '2026-09-01 09:00:00',
      cnt: 4,
      pric: 42.15,
      prd_days: 7,
      det_item_fee_sumamt: 168.6,
      preselfpay_amt: 6.74,
      hilist_code: DRUG,
      hilist_name: '沙库巴曲缬沙坦钠片',
      list_type: '101',
      medins_list_codg: 'HIS001',
      hi_nego_drug_flag: '1',
      bilg_dept_name: '心血管内科',
    });
  });

  it('names a line that the catalogue does not have by the code of the hospital, and says why it is 自费', async () => {
    const { ask } = await settled();
    expect((await ask()).output[1]).toMatchObject({
      hilist_name: 'HIS002',
      list_type: '105',
      fulamt_ownpay_amt: 30,
      memo: '未在就医地医保目录内，按全自费处理',
    });
  });

  it('shows a refund with quantities and amounts the other way round, prices as they were', async () => {
    const { window, setl_id, ask } = await settled();
    const refund = (await window.refund(setl_id)).output.setlinfo.setl_id;
    expect((await ask(refund)).output[0]).toMatchObject({
      setl_id: refund,
      cnt: -4,
      pric: 42.15,
      det_item_fee_sumamt: -168.6,
      preselfpay_amt: -6.74,
    });
    expect((await ask(setl_id)).output[0]).toMatchObject({ setl_id, cnt: 4 });
  });

  it('no longer has the lines once the refunded batch was changed', async () => {
    const { window, setl_id, upload, ask } = await settled();
    await window.refund(setl_id);
    await upload({ ...UNLISTED_LINE, feedetl_sn: '3' });
    const answer = await ask();
    expect(answer.output).toEqual([]);
    expect(answer.warn_msg).toBe('该笔结算退费后，明细已撤销或重新上传，不再保留');
  });

  it('is refused across provinces, and unknown to another hospital', async () => {
    const far = await settled('H44030099001');
    expect((await far.ask()).err_msg).toContain('跨省异地结算事后不能查询');
    const { ask, setl_id } = await settled();
    expect((await ask(setl_id, { fixmedins_code: 'H44030099001' })).err_msg).toContain('未查询到该笔结算');
  });
});
