import type { TreeMap } from '../tree.ts';

const DOCTOR = 'D440300999001';

const CREDENTIAL = {
  mdtrt_cert_type: '${credential.mdtrt_cert_type}',
  mdtrt_cert_no: '${credential.mdtrt_cert_no}',
  card_sn: '${credential.card_sn}',
};

const NAMED = {
  psn_cert_type: '${who.psn_cert_type}',
  certno: '${who.certno}',
  psn_type: '${who.psn_type}',
  psn_name: '${who.name}',
};

const PERSON = { psn_no: '${who.psn_no}' };
const VISIT = { mdtrt_id: '${visit.mdtrt_id}', ...PERSON };

const CLAIM = {
  ...PERSON,
  ...CREDENTIAL,
  ...NAMED,
  med_type: '${treatment.med_type}',
  medfee_sumamt: '${fees.total}',
  psn_setlway: '01',
  mdtrt_id: '${visit.mdtrt_id}',
  chrg_bchno: '${fees.chrg_bchno}',
  insutype: '${who.insutype}',
  acct_used_flag: '1',
};

/** The split that 2204 answered, which 2207 sends back. */
const SPLIT = {
  fulamt_ownpay_amt: '${fees.fulamt_ownpay_amt}',
  overlmt_selfpay: '${fees.overlmt_selfpay}',
  preselfpay_amt: '${fees.preselfpay_amt}',
  inscp_scp_amt: '${fees.inscp_scp_amt}',
};

const FEE_LINE = {
  feedetl_sn: '${row.feedetl_sn}',
  ...VISIT,
  chrg_bchno: 'B1',
  dise_codg: '${treatment.dise_codg}',
  rx_circ_flag: '0',
  fee_ocur_time: '${now}',
  medins_list_codg: '${row.medins_list_codg}',
  det_item_fee_sumamt: '${row.amount}',
  bilg_dept_codg: 'A03.04',
  bilg_dept_name: '心血管内科',
  bilg_dr_codg: DOCTOR,
  bilg_dr_name: '沙箱医生',
  hosp_appr_flag: '0',
};

/** A batch of vouchers as `POST /vouchers/make` has made it, kept as `batch`. */
const BATCH = {
  fixmedinsCode: '${batch.input.fixmedinsCode}',
  fixmedinsName: '${batch.input.fixmedinsName}',
  bizStsb: '${batch.bizStsb}',
  upldBchno: '${batch.upldBchno}',
};
const PACKED = {
  ...BATCH,
  elecSetlCertCnt: '${batch.input.elecSetlCertCnt}',
  upldMode: '${batch.input.upldMode}',
  filename: '${batch.input.filename}',
  ftfileCompac: '${batch.input.ftfileCompac}',
};

/**
 * What a HIS usually sends, by transaction of the hospital door: the file names only what matters to it. A field whose
 * variable is not there is left out. Of a list the one row is what each row of the file is completed with.
 */
export const INPUTS: Readonly<Record<string, TreeMap>> = {
  '1101': { data: { ...CREDENTIAL, begntime: '${now}', psn_cert_type: '01', certno: '', psn_name: '' } },
  '2001': {
    data: {
      ...PERSON,
      insutype: '${who.insutype}',
      fixmedins_code: '${at.fixmedins_code}',
      med_type: '11',
      begntime: '${now}',
    },
  },
  '2201': {
    data: {
      ...PERSON,
      insutype: '${who.insutype}',
      begntime: '${now}',
      ...CREDENTIAL,
      ...NAMED,
      ipt_otp_no: 'OP${serial}',
      atddr_no: DOCTOR,
      dr_name: '沙箱医生',
      dept_code: 'A03.04',
      dept_name: '心血管内科',
      caty: 'A03',
    },
  },
  '2202': { data: { ...VISIT, ipt_otp_no: '${visit.input.data.ipt_otp_no}' } },
  '2203': { mdtrtinfo: { ...VISIT, med_type: '${row.med_type}', begntime: '${now}' }, diseinfo: [] },
  '2204': { feedetail: [FEE_LINE] },
  '2205': { data: { ...VISIT, chrg_bchno: '${fees.chrg_bchno}' } },
  '2206': { data: CLAIM },
  '2207': { data: { ...CLAIM, ...SPLIT } },
  '2208': { data: { setl_id: '${paid.setl_id}', ...VISIT } },
  '2601': { data: { ...PERSON, omsgid: '${paid.msgid}', oinfno: '${paid.infno}' } },
  '4901': { ...PACKED, upldDetlList: '${batch.input.upldDetlList}' },
  '4902': BATCH,
  '4905': { ...PACKED, reUploadDetlDTOList: '${batch.input.reUploadDetlDTOList}' },
  '5206': { data: PERSON },
  '5301': { data: PERSON },
  '5302': { data: { ...PERSON, biz_appy_type: '03' } },
  '5501': {
    fixmedinsCode: '${batch.input.fixmedinsCode}',
    fixmedinsName: '${batch.input.fixmedinsName}',
    elecSetlCertCode: '${batch.vouchers.0.code}',
    elecSetlCertNo: '${batch.vouchers.0.no}',
    elecSetlCertType: '1',
  },
  '9001': { signIn: { opter_no: 'S001', mac: '02-00-00-00-00-01', ip: '127.0.0.1' } },
  '9002': { signOut: { sign_no: '${sign_in.sign_no}', opter_no: 'S001' } },
};
