import type { CivilDateTime } from '../../../../kernel/civil-time.ts';

/**
 * A bill in which each of the six fee items of row 17 has a value; whole 元, already split by the treatment place. Codes
 * of the sandbox's own catalogue (sandbox).
 */
const LINES = [
  { hilist_code: 'XC08CAA321A001010199001', chrgitm_lv: '01', amt: 300, preselfpay_amt: 0, overlmt_amt: 0 },
  { hilist_code: 'XL04AAM026X001010199001', chrgitm_lv: '02', amt: 200, preselfpay_amt: 20, overlmt_amt: 0 },
  { hilist_code: '003107010210000', chrgitm_lv: '02', amt: 160, preselfpay_amt: 8, overlmt_amt: 0 },
  { hilist_code: 'C9900010039900199001', chrgitm_lv: '02', amt: 100, preselfpay_amt: 20, overlmt_amt: 0 },
  { hilist_code: '001109000060000', chrgitm_lv: '01', amt: 60, preselfpay_amt: 0, overlmt_amt: 10 },
] as const;

/** Its sums. */
export const BILL_SUMS = {
  medfee_sumamt: 820,
  inscp_scp_amt: 762,
  inscp_claa_amt: 350,
  preselfpay_amt: 48,
  preselfpay_drug_amt: 20,
  preselfpay_serv_amt: 8,
  preselfpay_mcs_amt: 20,
  fulamt_ownpay_amt: 0,
  overlmt_selfpay: 10,
  overlmt_bed_amt: 10,
} as const;

/** Its lines, of that moment and disease. */
export const billLines = (detl_ocur_time: CivilDateTime, dise_codg: string) =>
  LINES.map(({ amt, preselfpay_amt, overlmt_amt, ...line }, index) => ({
    feedetl_sn: String(index + 1),
    detl_ocur_time,
    dise_codg,
    ...line,
    pric: amt,
    cnt: 1,
    amt,
    fulamt_ownpay_amt: 0,
    overlmt_amt,
    preselfpay_amt,
    inscp_scp_amt: amt - preselfpay_amt - overlmt_amt,
  }));

/** Diagnoses (ICD-10, 医保 edition) that go with the diseases under test; another disease is its own diagnosis. */
const DIAGNOSES: Readonly<Record<string, string>> = {
  M08300: 'Z94.900',
  M05300: 'J44.900',
  M06900: 'M06.900',
  M04600: 'I25.101',
  M00200: 'B19.900',
  M07200: 'M45.x00',
};

/** Its diagnosis. */
export const billDiagnoses = (diag_time: CivilDateTime, disease: string, diag_name: string) => [
  {
    diag_type: '1',
    diag_srt_no: 1,
    maindiag_flag: '1',
    diag_code: DIAGNOSES[disease] ?? disease,
    diag_name,
    diag_time,
  },
];
