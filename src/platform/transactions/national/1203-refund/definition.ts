import { accept, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1203.gen.ts';
import { refundOf } from '../../../domain/refund.ts';
import { relayed } from '../../../domain/relay.ts';

/** 门诊退费: relayed; repeating it is a success with the first refund's answer and no second effect. */
export const refund = nationalTransaction<Input, Output, Output>()({
  infno: '1203',
  slug: 'refund',
  title: '门诊退费',
  kind: 'mutation',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.insuplc', 'data.mdtrtsn', 'data.setl_sn'],
  refusals: [],
  load: (reader, { data }) => reader.settlement('national', data.setl_sn),
  ask: (_settlement, input) => relayed('1203', input),
  decide: (settlement, _input, { message, hop }, reply) => {
    const info = reply?.setlinfo;
    const subject = info && { setl_id: info.setl_sn, psn_no: info.psn_no };
    if (!info || settlement?.state !== 'effective') return accept(reply, [], subject && { subject });
    const { setl_sn: setl_id, setl_time, balc } = info;
    const { sender, msgid } = message;
    const by = hop > 0 ? ({ byHospital: true } as const) : {};
    const refund = refundOf(settlement, { setl_id, sender, infno: '1203', msgid, setl_time, balc, ...by });
    return accept(
      reply,
      [
        { kind: 'settlement.add', settlement: refund },
        { kind: 'settlement.state', book: 'national', setl_id: settlement.setl_id, state: 'refunded' },
      ],
      { subject: { mdtrt_id: settlement.mdtrt_id, ...subject } },
    );
  },
  examples: [],
  notes: ['已退费的结算再次退费返回成功，结果与第一次相同，不产生新的退费（门诊退费可重复发起）。'],
});
