import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { subtract, sum, type Fen } from '../../kernel/money.ts';
import type { Institution } from './institution.ts';
import type { Input as Claim } from './national/1106.gen.ts';
import type { Person } from './person.ts';

/**
 * Manual reimbursement 手工（零星）报销: the person has paid the whole bill and brings the receipt to the insured place,
 * which reckons it by the same policy as a direct settlement (医保办发〔2024〕19号 二（四）（五）). How it is written down is the
 * sandbox's own.
 */
export type Reimbursement = {
  readonly person: Person;
  readonly institution: Institution;
  readonly insuplc: Admdvs;
  readonly insutype: string;
  /** Day of the visit. */
  readonly date: CivilDate;
  readonly med_type: string;
  readonly dise_codg?: string;
  /** Number of the receipt 收费票据: one receipt is paid for once. */
  readonly invono: string;
  readonly medfee_sumamt: Fen;
  /** What of it is outside the scope: 全自费, 超限价, 先自付. The rest is inside. */
  readonly fulamt_ownpay_amt: Fen;
  readonly overlmt_selfpay: Fen;
  readonly preselfpay_amt: Fen;
};

/** In the place of a transaction number: no message made this settlement. */
export const REIMBURSED = 'reimburse';

/** The claim as a hospital would have sent it, the receipt in the place of the visit number. */
export const reimbursementClaim = (asked: Reimbursement): Claim => {
  const { institution, person, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, medfee_sumamt } = asked;
  return {
    data: {
      mdtrtarea: placeOf(institution.admdvs),
      insuplc: asked.insuplc,
      fixmedins_code: institution.fixmedins_code,
      fixmedins_name: institution.fixmedins_name,
      hosp_lv: institution.hosp_lv,
      psn_no: person.psn_no,
      insutype: asked.insutype,
      mdtrtsn: `${institution.fixmedins_code}-${asked.invono}`,
      med_type: asked.med_type,
      ...(asked.dise_codg !== undefined && { dise_codg: asked.dise_codg }),
      begntime: `${asked.date} 00:00:00`,
      // What was paid in cash is given back: the account pays nothing.
      acct_used_flag: '0',
      medfee_sumamt,
      fulamt_ownpay_amt,
      overlmt_selfpay,
      preselfpay_amt,
      inscp_scp_amt: subtract(medfee_sumamt, sum([fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt])),
    },
    feedetail: [],
    diseinfo: [],
  };
};
