import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { Reader } from '../../store/port.ts';

/** What an institution's own books 结算台账 are made of: a settlement or refund as it was answered; amounts in 分. */
export const bookRow = ({ setl_id, refundOf, visitor, shares, ...row }: Settlement) => ({
  setl_id,
  /** The settlement that this row refunds. */
  refund_of: refundOf ?? null,
  msgid: row.msgid,
  infno: row.infno,
  mdtrt_id: row.mdtrt_id,
  chrg_bchno: row.chrg_bchno ?? null,
  psn_no: visitor.psn_no,
  certno: visitor.certno,
  insutype: visitor.insutype,
  insuplc_admdvs: row.insuplc,
  clr_optins: row.clr_optins,
  clr_type: row.clr_type,
  med_type: row.med_type,
  dise_codg: row.dise_codg ?? null,
  setl_time: row.setl_time,
  medfee_sumamt: shares.medfee_sumamt,
  fund_pay_sumamt: shares.fund_pay_sumamt,
  acct_pay: shares.acct_pay,
  psn_cash_pay: shares.psn_cash_pay,
  /** effective 有效, or refunded 已退费 by a row of its own; what was reversed is as if it never was. */
  state: row.state,
});

export type BookRow = ReturnType<typeof bookRow>;

/** Settlements and refunds of an institution on these days, both included, oldest first. No names of persons. */
export const hospitalBook = (
  reader: Pick<Reader, 'settlementsOfInstitution'>,
  fixmedins_code: string,
  from: CivilDate,
  to: CivilDate,
): BookRow[] =>
  reader
    .settlementsOfInstitution(fixmedins_code, from, to)
    .filter(({ state }) => state !== 'reversed')
    .map(bookRow);
