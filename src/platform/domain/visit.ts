import type { Admdvs, Reach } from '../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Price, Quantity } from '../../kernel/quantity.ts';
import type { SplitLine } from '../../rules/catalogue/split-line.ts';

/**
 * What the treatment place knows of a visitor: taken from the insured place at registration, printed on every
 * settlement.
 */
export type Visitor = {
  readonly psn_no: string;
  readonly psn_name: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly gend: string;
  readonly naty: string;
  readonly brdy: string;
  readonly insutype: string;
  readonly psn_type: string;
  readonly cvlserv_flag: string;
};

/** A registration 就诊登记 as the insured place keeps it; its number is the visit's mdtrt_id at the hospital. */
export type Registration = {
  readonly mdtrt_regno: string;
  readonly psn_no: string;
  readonly insutype: string;
  readonly insuplc: Admdvs;
  readonly mdtrtarea: Admdvs;
  readonly fixmedins_code: string;
  readonly registeredAt: CivilDateTime;
};

/** A row of 2203 `diseinfo`. */
export type Diagnosis = {
  readonly diag_type: string;
  readonly diag_srt_no: number;
  readonly diag_code: string;
  readonly diag_name: string;
  readonly diag_dept?: string;
  readonly dise_dor_no?: string;
  readonly dise_dor_name?: string;
  readonly diag_time?: CivilDateTime;
};

/** What 2203 says of a visit; one visit has one medical category 医疗类别. */
export type Treatment = {
  readonly med_type: string;
  readonly begntime: CivilDateTime;
  readonly dise_codg?: string;
  readonly dise_name?: string;
  readonly main_cond_dscr?: string;
  readonly diagnoses: readonly Diagnosis[];
};

/** A visit 就诊, opened by 2201 and closed by 2202. */
export type Visit = {
  readonly mdtrt_id: string;
  readonly visitor: Visitor;
  readonly fixmedins_code: string;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
  readonly reach: Reach;
  readonly mdtrt_cert_type: string;
  readonly ipt_otp_no: string;
  readonly begntime: CivilDateTime;
  readonly atddr_no?: string;
  readonly dr_name?: string;
  readonly dept_code?: string;
  readonly dept_name?: string;
  readonly caty?: string;
  readonly treatment?: Treatment;
  readonly withdrawn: boolean;
};

/** A fee line 费用明细 as uploaded, with the split that the treatment place made of it. */
export type UploadedLine = SplitLine & {
  readonly feedetl_sn: string;
  readonly dise_codg?: string;
  readonly fee_ocur_time: CivilDateTime;
  readonly med_list_codg: string;
  readonly medins_list_codg: string;
  readonly det_item_fee_sumamt: Fen;
  readonly cnt: Quantity;
  readonly pric: Price;
  /** The other fields of the line as sent, for 5204 and 5205. */
  readonly sent: Readonly<Record<string, string | number>>;
};

/** The lines of one charge batch 收费批次; settled by at most one effective settlement. */
export type Batch = {
  readonly mdtrt_id: string;
  readonly chrg_bchno: string;
  readonly lines: readonly UploadedLine[];
  /** Number of the exchange that last changed the lines: the same batch number may be uploaded anew. */
  readonly revision: number;
  /** The settlement that holds these lines; absent while they are uploaded and unsettled. */
  readonly settledBy?: string;
};
