import type { Message } from '../../../dispatch/definition.ts';
import type { HospitalClaim, SettleRequest } from '../../../domain/hospital-claim.ts';
import type { Output as Reply } from '../../../domain/national/1107.gen.ts';
import { fundsOf, sharesOf } from '../../../domain/national/setlinfo.ts';
import type { Settlement } from '../../../domain/settlement.ts';

/**
 * The settlement as the treatment place keeps it. Accumulators and account are the insured place's: no movements
 * here.
 */
export const treatmentSettlement = (
  { visit, claim }: HospitalClaim,
  data: SettleRequest,
  { setlinfo, setldetail }: Reply,
  message: Message,
  relayedMsgid: string,
): Settlement => ({
  book: 'treatment',
  setl_id: setlinfo.setl_sn,
  state: 'effective',
  sender: message.sender,
  infno: '2207',
  msgid: message.msgid,
  relayedMsgid,
  mdtrt_id: visit.mdtrt_id,
  chrg_bchno: data.chrg_bchno,
  batchRevision: claim.batch.revision,
  mdtrtsn: setlinfo.mdtrtsn,
  visitor: visit.visitor,
  fixmedins_code: visit.fixmedins_code,
  mdtrtarea: visit.mdtrtarea,
  insuplc: visit.insuplc,
  mdtrt_cert_type: data.mdtrt_cert_type,
  med_type: claim.med_type,
  ...(claim.dise_codg !== undefined && { dise_codg: claim.dise_codg }),
  ...(claim.dise_name !== undefined && { dise_name: claim.dise_name }),
  setl_time: setlinfo.setl_time,
  serviceDate: claim.begntime.slice(0, 10),
  shares: sharesOf(setlinfo),
  funds: fundsOf(setldetail),
  movements: [],
  ...(setlinfo.fulamt_advpay_flag === '1' && { fullAdvance: true }),
  clr_optins: visit.insuplc,
  clr_way: '1',
  clr_type: '11',
  ...(data.invono !== undefined && { invono: data.invono }),
  explanation: [],
});
