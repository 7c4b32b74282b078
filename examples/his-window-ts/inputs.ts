import { fenAt, textAt, yuanOf } from './values.ts';
import type { Patient, Window } from './window.ts';

const DOCTOR = { atddr_no: 'D440300999001', dr_name: '沙箱医生', dept_code: 'A03.04', dept_name: '心血管内科' };
export const BATCH = 'B1';
const DRUG = { med_list_codg: 'XC08CAA321A001010199001', fen: 320 };
const CHECK_UP = { med_list_codg: '003107010210000', fen: 16_000 };

/** The visit as the messages so far made it: what later ones repeat. */
export type Visit = {
  readonly patient: Patient;
  readonly psn_no: string;
  readonly insutype: string;
  readonly mdtrt_id: string;
  /** The bill comes to so many 分. */
  readonly total: number;
};

export const credential = ({ card_no, card_sn }: Patient) => ({
  mdtrt_cert_type: '03',
  mdtrt_cert_no: card_no,
  card_sn,
});

/** 1101 */
export const cardInput = (window: Window, patient: Patient) => ({
  data: { ...credential(patient), begntime: window.now(), psn_cert_type: '01', certno: '', psn_name: '' },
});

/** 2201 */
export const registerInput = (window: Window, patient: Patient, person: unknown) => ({
  data: {
    psn_no: textAt(person, 'baseinfo.psn_no'),
    insutype: textAt(person, 'insuinfo.0.insutype'),
    begntime: window.now(),
    ...credential(patient),
    ipt_otp_no: `OP${window.now().replace(/\D/g, '').slice(2)}${String(window.serial)}`,
    ...DOCTOR,
    caty: 'A03',
  },
});

/** 2203 */
export const visitInput = (window: Window, { patient, mdtrt_id, psn_no }: Visit) => {
  const { dise_codg, dise_name } = patient;
  const begntime = window.now();
  const diagnosis = { diag_type: '1', diag_srt_no: '1', diag_code: 'I10.x00x002', diag_name: '高血压', vali_flag: '1' };
  const doctor = { diag_dept: DOCTOR.dept_name, dise_dor_no: DOCTOR.atddr_no, dise_dor_name: DOCTOR.dr_name };
  return {
    mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', begntime, dise_codg, dise_name },
    diseinfo: [{ ...diagnosis, ...doctor, diag_time: begntime }],
  };
};

/** What the bill comes to, in 分. */
export const totalOf = ({ boxes }: Patient): number => boxes * DRUG.fen + CHECK_UP.fen;

/** 2204 */
export const feeInput = (window: Window, { patient, mdtrt_id, psn_no }: Visit) => {
  const line = (feedetl_sn: string, { med_list_codg, fen }: typeof DRUG, cnt: number) => ({
    feedetl_sn, mdtrt_id, psn_no, chrg_bchno: BATCH, dise_codg: patient.dise_codg, rx_circ_flag: '0',
    fee_ocur_time: window.now(), med_list_codg, medins_list_codg: `HIS${feedetl_sn}`,
    det_item_fee_sumamt: yuanOf(fen * cnt), cnt, pric: yuanOf(fen),
    bilg_dept_codg: DOCTOR.dept_code, bilg_dept_name: DOCTOR.dept_name, bilg_dr_codg: DOCTOR.atddr_no,
    bilg_dr_name: DOCTOR.dr_name, hosp_appr_flag: '0',
  }); // prettier-ignore
  return { feedetail: [line('1', DRUG, patient.boxes), line('2', CHECK_UP, 1)] };
};

/** 2206 and 2207 */
export const settleInput = ({ patient, psn_no, insutype, mdtrt_id, total }: Visit) => ({
  data: {
    psn_no, ...credential(patient), med_type: '14', medfee_sumamt: yuanOf(total), psn_setlway: '01', mdtrt_id,
    chrg_bchno: BATCH, insutype, acct_used_flag: '1',
  },
}); // prettier-ignore

/** Why an answer to 2206 or 2207 cannot be believed: it is about somebody else, or its sums do not add up. */
export const settlementDoubt =
  ({ psn_no, mdtrt_id, total }: Visit, infno: '2206' | '2207') =>
  (output: unknown): string | undefined => {
    const text = (field: string) => textAt(output, `setlinfo.${field}`);
    if (text('psn_no') !== psn_no || text('mdtrt_id') !== mdtrt_id) return '应答不是这个人、这次就诊的';
    if (infno === '2207' && text('setl_id') === '') return '应答没有结算ID';
    const fen = (field: string) => fenAt(output, `setlinfo.${field}`) ?? Number.NaN;
    const parts = fen('fund_pay_sumamt') + fen('psn_part_amt') + fen('hosp_part_amt');
    const paid = fen('acct_pay') + fen('psn_cash_pay');
    const adds = fen('medfee_sumamt') === total && parts === total && paid === fen('psn_part_amt');
    return adds ? undefined : '应答的金额相加不对';
  };
