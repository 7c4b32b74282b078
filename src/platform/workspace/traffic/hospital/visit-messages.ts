import { dateTimeOf, stamp14, type Instant } from '../../../../kernel/civil-time.ts';
import { yuan, type Fen } from '../../../../kernel/money.ts';
import type { Life } from '../../population/life.ts';
import type { PastMessage } from '../handle-message.ts';
import { ITEM } from '../traffic-messages.ts';
import type { HospitalVisit } from './hospital-visit.ts';
import type { Patient } from './patient.ts';

/** What the platform has answered to registration and settlement. */
export type Numbers = { readonly mdtrt_id: string; readonly setl_id: string };

const MINUTE = 60_000;
/** Minutes after the registration (sandbox). */
const TOLD = 10;
const CHARGED = 15;
const SETTLED = 20;

/** 发送方报文ID: code (12) + yyyyMMddHHmmss (14) + four digits. */
export const msgidAt = (fixmedins_code: string, at: Instant, serial: number): string =>
  fixmedins_code + stamp14(at) + String(serial % 10_000).padStart(4, '0');

const sent = (visit: HospitalVisit, infno: string, at: Instant, input: object): PastMessage => {
  const { institution, mdtrtarea, insuplc, no } = visit;
  const { fixmedins_code } = institution;
  const msgid = msgidAt(fixmedins_code, at, no);
  return { door: 'hospital', infno, msgid, sender: fixmedins_code, at, mdtrtarea, insuplc, institution, input };
};

/** The card, or without one the identity card, and whose it is. */
const credentialOf = ({ person: { card, certno, psn_cert_type } }: Life) => ({
  ...(card
    ? { mdtrt_cert_type: '03', mdtrt_cert_no: card.card_no, card_sn: card.card_sn }
    : { mdtrt_cert_type: '02', mdtrt_cert_no: certno }),
  psn_cert_type,
  certno,
});

const codeOf = ({ disease }: Patient) => (disease ? { dise_codg: disease.code } : {});
const categoryOf = ({ disease }: Patient): string => (disease ? '14' : '11');
const settledAt = ({ at }: HospitalVisit): Instant => at + SETTLED * MINUTE;
const BATCH = 'B1';
const DEPARTMENT = ['A03', '内科'] as const;
const DOCTOR = ['D440300999001', '沙箱医生'] as const;

/** 2201. The field takes three digits, of which the national value has two. */
export const registering = (visit: HospitalVisit, { life }: Patient): PastMessage => {
  const { person, insutype } = life;
  const [dept_code, dept_name] = DEPARTMENT;
  const data = {
    psn_no: person.psn_no, insutype, begntime: dateTimeOf(visit.at), ...credentialOf(life),
    psn_type: person.insurances[0]?.psn_type.slice(0, 2), psn_name: person.psn_name,
    ipt_otp_no: `T${String(visit.no).padStart(9, '0')}`, atddr_no: DOCTOR[0], dr_name: DOCTOR[1],
    dept_code, dept_name, caty: dept_code,
  }; // prettier-ignore
  return sent(visit, '2201', visit.at, { data });
};

/** 2203, with one diagnosis: the disease itself, or one that names none. */
export const telling = (visit: HospitalVisit, patient: Patient, mdtrt_id: string): PastMessage => {
  const { disease, life } = patient;
  const at = visit.at + TOLD * MINUTE;
  const named = disease ? { dise_codg: disease.code, dise_name: disease.name } : {};
  const diagnosis = {
    diag_type: '1', diag_srt_no: 1, diag_code: disease?.code ?? 'R69.x00', diag_name: disease?.name ?? '疾病，未特指',
    diag_dept: DEPARTMENT[1], dise_dor_no: DOCTOR[0], dise_dor_name: DOCTOR[1], diag_time: dateTimeOf(at),
    vali_flag: '1',
  }; // prettier-ignore
  const mdtrtinfo = {
    mdtrt_id, psn_no: life.person.psn_no, med_type: categoryOf(patient), begntime: dateTimeOf(visit.at), ...named,
  }; // prettier-ignore
  return sent(visit, '2203', at, { mdtrtinfo, diseinfo: [diagnosis] });
};

/** 2204: one line. */
export const charging = (visit: HospitalVisit, patient: Patient, mdtrt_id: string): PastMessage => {
  const at = visit.at + CHARGED * MINUTE;
  const line = {
    feedetl_sn: '1', mdtrt_id, psn_no: patient.life.person.psn_no, chrg_bchno: BATCH, ...codeOf(patient),
    rx_circ_flag: '0', fee_ocur_time: dateTimeOf(at), med_list_codg: ITEM, medins_list_codg: 'HIS1',
    det_item_fee_sumamt: visit.yuan, cnt: 1, pric: visit.yuan, bilg_dept_codg: DEPARTMENT[0],
    bilg_dept_name: DEPARTMENT[1], bilg_dr_codg: DOCTOR[0], bilg_dr_name: DOCTOR[1], hosp_appr_flag: '0',
  }; // prettier-ignore
  return sent(visit, '2204', at, { feedetail: [line] });
};

/** How 2204 has split a line. */
export type Split = {
  readonly [field in 'fulamt_ownpay_amt' | 'overlmt_amt' | 'preselfpay_amt' | 'inscp_scp_amt']: Fen;
};

/** A message says 元. */
const inYuan = (amount: Fen): number => Number(yuan(amount));

/** 2207, with the sums that 2204 has answered. */
export const settling = (visit: HospitalVisit, patient: Patient, mdtrt_id: string, split: Split): PastMessage => {
  const { person, insutype } = patient.life;
  const data = {
    psn_no: person.psn_no, ...credentialOf(patient.life), med_type: categoryOf(patient), medfee_sumamt: visit.yuan,
    psn_setlway: '01', mdtrt_id, chrg_bchno: BATCH, insutype, acct_used_flag: '1',
    fulamt_ownpay_amt: inYuan(split.fulamt_ownpay_amt), overlmt_selfpay: inYuan(split.overlmt_amt),
    preselfpay_amt: inYuan(split.preselfpay_amt), inscp_scp_amt: inYuan(split.inscp_scp_amt),
  }; // prettier-ignore
  return sent(visit, '2207', settledAt(visit), { data });
};

/** What takes the settlement back: 2208, or 2601 of the 2207. Nothing where it stays. */
export const takingBack = (
  visit: HospitalVisit,
  { life }: Patient,
  { mdtrt_id, setl_id }: Numbers,
): PastMessage | undefined => {
  if (visit.then === 'stays') return undefined;
  const { psn_no } = life.person;
  if (visit.then === 'refunded') return sent(visit, '2208', visit.backAt, { data: { setl_id, mdtrt_id, psn_no } });
  const omsgid = msgidAt(visit.institution.fixmedins_code, settledAt(visit), visit.no);
  return sent(visit, '2601', visit.backAt, { data: { psn_no, omsgid, oinfno: '2207' } });
};
