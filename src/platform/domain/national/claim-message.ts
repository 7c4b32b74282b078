import type { UploadedLine, Visit } from '../visit.ts';
import type { Institution } from '../institution.ts';
import type { OutpatientClaim } from '../outpatient-claim.ts';
import type { Input as Claim } from './1106.gen.ts';

type Sent = {
  readonly mdtrt_cert_type: string;
  readonly mdtrt_cert_no?: string | undefined;
  readonly acct_used_flag?: string | undefined;
  readonly invono?: string | undefined;
};

/**
 * 1106 or 1107 of a hospital's claim: split lines, their sums, and the sums "其中 …" of the acceptance script's row 17.
 */
export const claimMessage = (
  visit: Visit,
  claim: OutpatientClaim,
  institution: Institution,
  mdtrtsn: string,
  sent: Sent,
): Claim => {
  const { visitor, mdtrt_id, mdtrtarea, insuplc } = visit;
  const { claim: sums, classed } = claim.totals;
  return {
    data: {
      mdtrtarea,
      insuplc,
      fixmedins_code: institution.fixmedins_code,
      fixmedins_name: institution.fixmedins_name,
      hosp_lv: institution.hosp_lv,
      psn_no: visitor.psn_no,
      psn_cert_type: visitor.psn_cert_type,
      certno: visitor.certno,
      psn_name: visitor.psn_name,
      insutype: visitor.insutype,
      psn_type: visitor.psn_type,
      mdtrt_cert_type: sent.mdtrt_cert_type,
      ...(sent.mdtrt_cert_no !== undefined && { mdtrt_cert_no: sent.mdtrt_cert_no }),
      mdtrtsn,
      mdtrt_regno: mdtrt_id,
      med_type: claim.med_type,
      ...(claim.dise_codg !== undefined && { dise_codg: claim.dise_codg }),
      ...(claim.dise_name !== undefined && { dise_name: claim.dise_name }),
      begntime: claim.begntime,
      acct_used_flag: sent.acct_used_flag ?? '0',
      ...(sent.invono !== undefined && { invono: sent.invono }),
      ...sums,
      inscp_claa_amt: classed.classAInScope,
      preselfpay_drug_amt: classed.preselfpay.drug,
      preselfpay_serv_amt: classed.preselfpay.service,
      preselfpay_mcs_amt: classed.preselfpay.material,
      overlmt_bed_amt: classed.bedOverLimit,
    },
    feedetail: claim.batch.lines.map(splitLineSent),
    diseinfo: (visit.treatment?.diagnoses ?? []).map((row, index) => ({
      ...row,
      maindiag_flag: index === 0 ? '1' : '0',
    })),
  };
};

const splitLineSent = (line: UploadedLine): NonNullable<Claim['feedetail']>[number] => ({
  feedetl_sn: line.feedetl_sn,
  detl_ocur_time: line.fee_ocur_time,
  ...(line.dise_codg !== undefined && { dise_codg: line.dise_codg }),
  medins_list_codg: line.medins_list_codg,
  hilist_code: line.med_list_codg,
  chrgitm_lv: line.chrgitm_lv,
  med_invo_item_type: line.med_chrgitm_type,
  pric: line.pric,
  cnt: line.cnt,
  amt: line.det_item_fee_sumamt,
  selfpay_prop: line.selfpay_prop,
  fulamt_ownpay_amt: line.fulamt_ownpay_amt,
  overlmt_amt: line.overlmt_amt,
  preselfpay_amt: line.preselfpay_amt,
  inscp_scp_amt: line.inscp_scp_amt,
  lmt_used_flag: line.lmt_used_flag,
});
