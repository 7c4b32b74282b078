import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5202-diagnoses/wire.gen.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld } from '../../../support/world.ts';

const HYPERTENSION = {
  diag_type: '1', diag_srt_no: 1, diag_code: 'I10.x00x002', diag_name: '高血压', diag_dept: '心血管内科',
  dise_dor_no: 'D440300999001', dise_dor_name: '沙箱医生', diag_time: '2026-09-01 10:05:00', vali_flag: '1',
}; // prettier-ignore
const DIABETES = { ...HYPERTENSION, diag_srt_no: 2, diag_code: 'E11.900', diag_name: '2型糖尿病' };

const withDiagnoses = async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  const { mdtrt_id, psn_no, call } = window;
  const upload = (...diseinfo: object[]) =>
    call('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', dise_codg: 'M03900' }, diseinfo });
  const ask = (envelope?: Readonly<Record<string, unknown>>) =>
    call<Output>('5202', { data: { mdtrt_id, psn_no } }, envelope);
  return { mdtrt_id, psn_no, upload, ask };
};

describe('5202 诊断信息查询', () => {
  it('lists the diagnoses of 2203, the first of them the main one', async () => {
    const { mdtrt_id, psn_no, upload, ask } = await withDiagnoses();
    await upload(DIABETES, HYPERTENSION);
    const { output } = await ask();
    const { vali_flag: _voided, ...fields } = HYPERTENSION;
    expect(output.diseinfo).toMatchObject([
      { diag_info_id: `${mdtrt_id}01`, mdtrt_id, psn_no, maindiag_flag: '1', inout_diag_type: '1', ...fields },
      { diag_info_id: `${mdtrt_id}02`, maindiag_flag: '0', diag_code: 'E11.900' },
    ]);
  });

  it('no longer lists a diagnosis that was voided', async () => {
    const { upload, ask } = await withDiagnoses();
    await upload(HYPERTENSION, DIABETES);
    await upload({ ...HYPERTENSION, vali_flag: '0' });
    expect((await ask()).output.diseinfo).toMatchObject([{ diag_code: 'E11.900', maindiag_flag: '1' }]);
  });

  it('wants the hospital and the insured place of the visit', async () => {
    const { ask } = await withDiagnoses();
    const other = await ask({ fixmedins_code: 'H44030099004' });
    expect(other.err_msg).toBe('[就医地 深圳市] 未查询到就诊信息，请核对就诊ID mdtrt_id 和人员编号 psn_no');
    expect((await ask({ insuplc_admdvs: '' })).err_msg).toContain('应填 610100（西安市）');
  });
});
