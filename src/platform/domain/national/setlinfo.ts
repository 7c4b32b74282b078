import type { CivilDateTime } from '../../../kernel/civil-time.ts';
import type { FundRow, Shares } from '../../../rules/benefit/settled.ts';
import type { Settlement } from '../settlement.ts';
import { fundsOutput, NO_LIMIT } from '../settlement-output.ts';
import type { Visitor } from '../visit.ts';
import type { Output as Trial } from './1106.gen.ts';
import type { Output as Settle } from './1107.gen.ts';

/** A settlement, or with no number and time yet a trial 预结算, as the national platform words it. */
export type Worded = Pick<
  Settlement,
  'visitor' | 'mdtrtarea' | 'insuplc' | 'med_type' | 'dise_codg' | 'shares' | 'funds' | 'mdtrt_id' | 'mdtrtsn'
> & {
  readonly fullAdvance?: boolean;
  readonly setl_id?: string;
  readonly setl_time?: CivilDateTime;
  readonly prmmsg?: string;
};

const persons = (visitor: Visitor) => ({
  psn_no: visitor.psn_no,
  ...(visitor.psn_cert_type === '01' && { ssn: visitor.certno }),
  psn_cert_type: visitor.psn_cert_type,
  certno: visitor.certno,
  psn_name: visitor.psn_name,
  gend: visitor.gend,
  naty: visitor.naty,
  brdy: visitor.brdy,
  insutype: visitor.insutype,
  psn_type: visitor.psn_type,
  cvlserv_flag: visitor.cvlserv_flag,
});

const amounts = ({ acct_pay, psn_cash_pay, ...shares }: Shares) => ({
  ...shares,
  optins_pay_sumamt: shares.fund_pay_sumamt,
  acct_payamt: acct_pay,
  psn_cashpay: psn_cash_pay,
});

/** `setlinfo` and `setldetail` of 1106, 1107 and 1203. */
export const wordedSettlement = (worded: Worded): Trial => ({
  setlinfo: {
    // Without a registration the visit is known by its number alone.
    ...(worded.mdtrt_id !== worded.mdtrtsn && { mdtrt_regno: worded.mdtrt_id }),
    mdtrtsn: worded.mdtrtsn ?? worded.mdtrt_id,
    ...(worded.setl_id !== undefined && { setl_sn: worded.setl_id }),
    ...(worded.setl_time !== undefined && { setl_time: worded.setl_time, stmt_date: worded.setl_time.slice(0, 10) }),
    ...persons(worded.visitor),
    mdtrtarea: worded.mdtrtarea,
    insuplc: worded.insuplc,
    med_type: worded.med_type,
    ...(worded.dise_codg !== undefined && { dise_codg: worded.dise_codg }),
    ...amounts(worded.shares),
    fulamt_advpay_flag: worded.fullAdvance === true ? '1' : '0',
    ...(worded.prmmsg !== undefined && { prmmsg: worded.prmmsg }),
  },
  setldetail: fundsOutput(worded.funds),
});

type Setlinfo = Trial['setlinfo'] | Settle['setlinfo'];

/** The amounts of an answered setlinfo, named as in setlinfo of the hospital door. */
export const sharesOf = (info: Setlinfo): Shares => ({
  medfee_sumamt: info.medfee_sumamt,
  fulamt_ownpay_amt: info.fulamt_ownpay_amt,
  overlmt_selfpay: info.overlmt_selfpay,
  preselfpay_amt: info.preselfpay_amt,
  inscp_scp_amt: info.inscp_scp_amt,
  act_pay_dedc: info.act_pay_dedc,
  hifp_pay: info.hifp_pay,
  pool_prop_selfpay: info.pool_prop_selfpay,
  cvlserv_pay: info.cvlserv_pay,
  hifes_pay: info.hifes_pay,
  hifmi_pay: info.hifmi_pay,
  hifob_pay: info.hifob_pay,
  hifdm_pay: info.hifdm_pay,
  maf_pay: info.maf_pay,
  oth_pay: info.oth_pay,
  fund_pay_sumamt: info.fund_pay_sumamt,
  psn_part_amt: info.psn_part_amt,
  acct_pay: info.acct_payamt,
  acct_mulaid_pay: info.acct_mulaid_pay,
  psn_cash_pay: info.psn_cashpay,
  hosp_part_amt: info.hosp_part_amt,
  balc: info.balc,
});

/** The fund rows of an answer. */
export const fundsOf = (rows: Trial['setldetail']): FundRow[] =>
  rows.map((row) => ({
    fund_pay_type: row.fund_pay_type,
    fund_pay_type_name: row.fund_pay_type_name ?? '',
    inscp_scp_amt: row.inscp_scp_amt,
    crt_payb_lmt_amt: row.crt_payb_lmt_amt === NO_LIMIT ? undefined : row.crt_payb_lmt_amt,
    fund_payamt: row.fund_payamt,
    setl_proc_info: row.setl_proc_info ?? '',
  }));
