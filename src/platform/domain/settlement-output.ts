import { ageInTenths } from '../../kernel/civil-time.ts';
import { asFen } from '../../kernel/money.ts';
import type { FundRow } from '../../rules/benefit/settled.ts';
import type { Settlement } from './settlement.ts';
import type { Visitor } from './visit.ts';

/** How "no limit" is printed in crt_payb_lmt_amt, after pric_uplmt_amt's 999999 (sandbox). */
export const NO_LIMIT = asFen(99_999_900);

/** The person as setlinfo prints it on a day. */
export const visitorOutput = ({ brdy, ...visitor }: Visitor, on: string) => ({
  ...visitor,
  ...(brdy !== '' && { brdy, age: ageInTenths(brdy, on.slice(0, 10)) }),
});

/** `setldetail`: one row per fund, the personal account among them. */
export const fundsOutput = (funds: readonly FundRow[]) =>
  funds.map((row) => ({ ...row, crt_payb_lmt_amt: row.crt_payb_lmt_amt ?? NO_LIMIT }));

/** `setlinfo` of 2207 and 2208. `medins_setl_id` is the msgid of the message that made the settlement. */
export const settlementOutput = (settlement: Settlement) => ({
  mdtrt_id: settlement.mdtrt_id,
  setl_id: settlement.setl_id,
  ...visitorOutput(settlement.visitor, settlement.setl_time),
  setl_time: settlement.setl_time,
  mdtrt_cert_type: settlement.mdtrt_cert_type,
  med_type: settlement.med_type,
  ...settlement.shares,
  medins_setl_id: settlement.msgid,
  clr_optins: settlement.clr_optins,
  clr_way: settlement.clr_way,
  clr_type: settlement.clr_type,
});
