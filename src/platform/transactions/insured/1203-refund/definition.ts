import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, insuredTransaction } from '../../../dispatch/definition.ts';
import { movementWrites } from '../../../domain/movements.ts';
import type { Input, Output } from '../../../domain/national/1203.gen.ts';
import { numbered } from '../../../domain/national/numbered.ts';
import { balanceAfterRefund, refundOf } from '../../../domain/refund.ts';
import { effectiveRefund, refundTarget } from '../../../domain/refund-target.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { settlementSeries } from '../../../domain/serial-numbers.ts';
import type { Settlement } from '../../../domain/settlement.ts';

/** 门诊退费 at the insured place: the mirror of the settlement; once more for a refunded one, the first refund's answer. */
export const refund = insuredTransaction<Input, Output>()({
  infno: '1203',
  slug: 'refund',
  title: '门诊退费（参保地）',
  kind: 'mutation',
  needs: [],
  refusals: ['settlement-unknown', 'settlement-is-refund', 'settlement-reversed'],
  load: (reader, { data }, { now }) => {
    const settlement = reader.settlement('insured', data.setl_sn);
    const series = settlementSeries(data.insuplc, data.mdtrtarea, now);
    return {
      settlement,
      refunds: settlement ? reader.refundsOf('insured', settlement.setl_id) : [],
      balance: settlement && reader.balance(settlement.visitor.psn_no, settlement.visitor.insutype),
      series,
      serial: reader.serial(series.key) + 1,
    };
  },
  decide: ({ settlement, refunds, balance, series, serial }, { data }, { message, now, party }) => {
    const target = refundTarget(settlement, data, party);
    if (isRefusal(target)) return decline(target);
    const subject = { mdtrt_id: target.mdtrt_id, psn_no: target.visitor.psn_no };
    const earlier = effectiveRefund(refunds);
    if (target.state === 'refunded' && earlier) {
      return accept(answerOf(earlier), [], { subject: { ...subject, setl_id: earlier.setl_id } });
    }
    const refund = refundOf(target, {
      setl_id: series.print(serial),
      sender: message.sender,
      infno: '1203',
      msgid: message.msgid,
      setl_time: dateTimeOf(now),
      balc: balanceAfterRefund(balance ?? target.shares.balc, target),
    });
    return accept(
      answerOf(refund),
      [
        { kind: 'serial.take', key: series.key, value: serial },
        { kind: 'settlement.add', settlement: refund },
        { kind: 'settlement.state', book: 'insured', setl_id: target.setl_id, state: 'refunded' },
        ...movementWrites(refund, refund.movements),
      ],
      { subject: { ...subject, setl_id: refund.setl_id } },
    );
  },
  examples: [],
});

const answerOf = (refund: Settlement): Output => {
  const { setlinfo, setldetail } = numbered(refund);
  return { setlinfo: { ...setlinfo, init_setl_sn: refund.refundOf ?? '' }, setldetail };
};
