import { totalOf, type Bill } from './bill.ts';
import { splitTotals } from './checks.ts';
import { yuan } from '../../../kernel/money.ts';
import type { SoFar } from './so-far.ts';

const DOCTOR = { code: 'D440300999001', name: '沙箱医生' } as const;
const BATCH = 'B1';
const CHRONIC = '14';

const diseaseOf = ({ bill: { dise_codg, dise_name } }: SoFar) => ({ dise_codg, dise_name });
const patient = (so: SoFar) => ({ psn_no: so.text('person', 'baseinfo.psn_no') });
const visit = (so: SoFar) => ({ mdtrt_id: so.text('register', 'data.mdtrt_id') });
const credential = ({ card }: SoFar) => ({
  mdtrt_cert_type: '03',
  mdtrt_cert_no: card.card_no,
  card_sn: card.card_sn,
});

/** What 1101 says that every later message repeats. */
const named = (so: SoFar) => ({
  psn_cert_type: so.text('person', 'baseinfo.psn_cert_type'),
  certno: so.text('person', 'baseinfo.certno'),
  psn_type: so.text('person', 'insuinfo.0.psn_type'),
  psn_name: so.text('person', 'baseinfo.psn_name'),
});

/** 1101 by the card. Number and name of the person are demanded by the table, yet nobody knows them before reading. */
export const personInput = (so: SoFar) => ({
  data: { ...credential(so), begntime: so.now, psn_cert_type: '01', certno: '', psn_name: '' },
});

export const registerInput = (so: SoFar) => ({
  data: {
    ...patient(so),
    insutype: so.text('person', 'insuinfo.0.insutype'),
    begntime: so.now,
    ...credential(so),
    ...named(so),
    ipt_otp_no: `OP${so.now.replace(/\D/g, '').slice(2)}`,
    atddr_no: DOCTOR.code,
    dr_name: DOCTOR.name,
    ...so.bill.dept,
    caty: so.bill.dept.dept_code.slice(0, 3),
  },
});

export const visitInput = (so: SoFar) => ({
  mdtrtinfo: { ...visit(so), ...patient(so), med_type: CHRONIC, begntime: so.now, ...diseaseOf(so) },
  diseinfo: [
    {
      diag_type: '1',
      diag_srt_no: '1',
      ...so.bill.diagnosis,
      diag_dept: so.bill.dept.dept_name,
      dise_dor_no: DOCTOR.code,
      dise_dor_name: DOCTOR.name,
      diag_time: so.now,
      vali_flag: '1',
    },
  ],
});

/** Whose lines they are, and when. */
type Occasion = { readonly mdtrt_id: string; readonly psn_no: string; readonly fee_ocur_time: string };

/** The bill as one batch of 2204. */
export const feeLines = ({ dise_codg, dept, lines }: Bill, { mdtrt_id, psn_no, fee_ocur_time }: Occasion) =>
  lines.map((line, index) => ({
    feedetl_sn: String(index + 1),
    mdtrt_id,
    psn_no,
    chrg_bchno: BATCH,
    dise_codg,
    rx_circ_flag: '0',
    fee_ocur_time,
    med_list_codg: line.med_list_codg,
    medins_list_codg: `HIS${String(index + 1).padStart(3, '0')}`,
    det_item_fee_sumamt: line.det_item_fee_sumamt,
    cnt: line.cnt,
    pric: line.pric,
    bilg_dept_codg: dept.dept_code,
    bilg_dept_name: dept.dept_name,
    bilg_dr_codg: DOCTOR.code,
    bilg_dr_name: DOCTOR.name,
    hosp_appr_flag: '0',
  }));

export const feeInput = (so: SoFar) => ({
  feedetail: feeLines(so.bill, { ...visit(so), ...patient(so), fee_ocur_time: so.now }),
});

export const trialInput = (so: SoFar) => ({
  data: {
    ...patient(so),
    ...credential(so),
    ...named(so),
    med_type: CHRONIC,
    medfee_sumamt: totalOf(so.bill),
    psn_setlway: '01',
    ...visit(so),
    chrg_bchno: BATCH,
    insutype: so.text('person', 'insuinfo.0.insutype'),
    acct_used_flag: '1',
  },
});

/** 2207: as tried, with the split that 2204 answered. */
export const settleInput = (so: SoFar) => {
  const [fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt] = splitTotals(so.output('fees')).parts.map(
    yuan,
  );
  return { data: { ...trialInput(so).data, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } };
};
