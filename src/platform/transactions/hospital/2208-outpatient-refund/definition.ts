import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { Output as Reply } from '../../../domain/national/1203.gen.ts';
import { nextDoor } from '../../../domain/next-door.ts';
import { refundOf } from '../../../domain/refund.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { fundsOutput, settlementOutput } from '../../../domain/settlement-output.ts';
import { refundable } from './refundable.ts';
import type { Input, Output } from './wire.gen.ts';

/** 门诊结算撤销: always whole; every amount negated, the lines unsettled again. Never re-checks the person or the place. */
export const outpatientRefund = hospitalTransaction<Input, Output, Reply>()({
  infno: '2208',
  slug: 'outpatient-refund',
  title: '门诊结算撤销',
  kind: 'mutation',
  needs: ['data.setl_id', 'data.mdtrt_id', 'data.psn_no'],
  refusals: [
    'settlement-unknown', 'settlement-is-refund', 'settlement-refunded', 'settlement-reversed', 'place-mismatch',
  ], // prettier-ignore
  load: (reader, { data }) => reader.settlement('treatment', data.setl_id),
  ask: (found, { data }, { institution, party, message }) => {
    const settlement = refundable(found, data, institution, message.insuplc_admdvs, party);
    if (isRefusal(settlement)) return settlement;
    const { mdtrtarea, insuplc, fixmedins_code, mdtrtsn = '' } = settlement;
    const { psn_no, setl_id, mdtrt_id } = data;
    const input = {
      data: { mdtrtarea, insuplc, fixmedins_code, psn_no, mdtrtsn, mdtrt_regno: mdtrt_id, setl_sn: setl_id },
    };
    return { door: nextDoor(mdtrtarea, insuplc), infno: '1203', mdtrtarea, insuplc, input };
  },
  decide: (found, { data }, { institution, party, message }, reply, asked) => {
    const settlement = refundable(found, data, institution, message.insuplc_admdvs, party);
    if (isRefusal(settlement)) return decline(settlement);
    if (!reply || !asked) return accept<Output>(undefined);
    const { setl_sn, setl_time, balc } = reply.setlinfo;
    const { sender, msgid } = message;
    const notice = { setl_id: setl_sn, sender, infno: '2208', msgid, relayedMsgid: asked.msgid, setl_time, balc };
    const refund = refundOf(settlement, notice);
    const { mdtrt_id, chrg_bchno = '' } = settlement;
    return accept(
      { setlinfo: settlementOutput(refund), setldetail: fundsOutput(refund.funds) },
      [
        { kind: 'settlement.add', settlement: refund },
        { kind: 'settlement.state', book: 'treatment', setl_id: settlement.setl_id, state: 'refunded' },
        { kind: 'batch.settle', mdtrt_id, chrg_bchno },
      ],
      { subject: { mdtrt_id, setl_id: refund.setl_id, psn_no: data.psn_no } },
    );
  },
  examples: [
    { title: '撤销结算', input: { data: { setl_id: '{setl_id}', mdtrt_id: '{mdtrt_id}', psn_no: '{psn_no}' } } },
  ],
  notes: [
    '只能整单撤销；返回新的结算ID和全部负数金额，明细回到已上传未结算。',
    '不再检查参保状态、备案、病种资格和机构。',
    '接口表把现金印作 pdn_cash_pay，客户端读 psn_cash_pay：两个都写。',
  ],
});
