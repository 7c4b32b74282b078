import type { Values } from './example-of.ts';

/** The input of a national 1106 or 1107: one line of 1000 元, 乙类 5 %, its sums in balance. */
export const nationalClaim = ({ psn_no, insutype, fixmedins_code, now, ...values }: Values) => ({
  data: {
    mdtrtarea: values['mdtrtarea'], insuplc: values['insuplc'], fixmedins_code, hosp_lv: '2', psn_no, insutype,
    mdtrt_cert_type: '03', mdtrt_cert_no: values['card_no'], mdtrtsn: values['mdtrtsn'],
    mdtrt_regno: values['mdtrt_regno'], med_type: '14', dise_codg: values['dise_codg'], begntime: now,
    acct_used_flag: '1', medfee_sumamt: 1000, inscp_scp_amt: 950, preselfpay_amt: 50, fulamt_ownpay_amt: 0,
    overlmt_selfpay: 0,
  },
  feedetail: [
    {
      feedetl_sn: '1', detl_ocur_time: now, dise_codg: values['dise_codg'], hilist_code: '003107010210000',
      chrgitm_lv: '02', pric: 1000, cnt: 1, amt: 1000, fulamt_ownpay_amt: 0, overlmt_amt: 0, preselfpay_amt: 50,
      inscp_scp_amt: 950,
    },
  ],
  diseinfo: [],
}); // prettier-ignore

/**
 * The inputs of the relayed transactions of the national door: their definitions have no examples, provinces have
 * templates.
 */
export const NATIONAL_INPUTS: Readonly<Record<string, (values: Values) => object>> = {
  1005: ({ mdtrtarea, insuplc, fixmedins_code, psn_no, insutype, card_no, mdtrtsn, now }) => ({
    data: {
      mdtrtarea, insuplc, fixmedins_code, psn_no, insutype, mdtrt_cert_type: '03', mdtrt_cert_no: card_no, mdtrtsn,
      begntime: now,
    },
  }),
  1106: nationalClaim,
  1107: nationalClaim,
  1203: ({ mdtrtarea, insuplc, fixmedins_code, psn_no, mdtrtsn, mdtrt_regno, setl_sn }) => ({
    data: { mdtrtarea, insuplc, fixmedins_code, psn_no, mdtrtsn, mdtrt_regno, setl_sn },
  }),
  1301: ({ mdtrtarea, insuplc, psn_no, oinfno, omsgid }) => ({
    data: { mdtrtarea, insuplc, psn_no, oinfno, omsgid },
  }),
  1406: ({ mdtrtarea, insuplc, psn_no }) => ({ data: { mdtrtarea, insuplc, psn_no } }),
}; // prettier-ignore
