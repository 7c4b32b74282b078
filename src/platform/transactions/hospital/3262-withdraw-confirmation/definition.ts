import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { openPeriodAsked, OPEN_PERIOD_REFUSALS, windowsOf } from '../../../domain/clearing/clearing-period.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { refundConfirmedElsewhere, type Refunded } from './refund-confirmed.ts';
import type { Input } from './wire.gen.ts';

/** In the place of a number: everything that the institution has said in that month. */
const ALL = '0';

/** 异地清分结果确认回退: takes back what one 3261 said, or everything of the month; the rows stand as before. */
export const withdrawConfirmation = hospitalTransaction<Input>()({
  infno: '3262',
  slug: 'withdraw-confirmation',
  title: '异地清分结果确认回退',
  kind: 'mutation',
  needs: ['data.trt_year', 'data.trt_month', 'data.otransid'],
  refusals: [...OPEN_PERIOD_REFUSALS, 'confirmation-unknown', 'confirmation-needed'],
  load: (reader, { data }, { institution, today, settings, party }) => {
    const period = openPeriodAsked(data, today, windowsOf(settings), party, reader);
    if (isRefusal(period)) return period;
    const named = reader
      .confirmations(institution.fixmedins_code, period, period)
      .filter((row) => data.otransid === ALL || row.reference === data.otransid);
    const refunded = named.map(({ setl_id }): Refunded => {
      const refunds = reader.refundsOf('treatment', setl_id).filter((row) => row.state === 'effective');
      return { setl_id, refunds: refunds.flatMap((row) => reader.confirmationsOf(row.setl_id)) };
    });
    return { period, named, refunded };
  },
  decide: (found, { data: { otransid } }, { party }) => {
    if (isRefusal(found)) return decline(found);
    const { period, named, refunded } = found;
    if (named.length === 0) return decline(refuse(party, 'confirmation-unknown', otransid, period));
    const needed = refundConfirmedElsewhere(refunded, named);
    if (needed) return decline(refuse(party, 'confirmation-needed', ...needed));
    return accept(
      undefined,
      named.map(({ setl_id }) => ({ kind: 'confirmation.drop', setl_id, period })),
    );
  },
  examples: [{ title: '全部回退', input: { data: { trt_year: '2026', trt_month: '09', otransid: '0' } } }],
  notes: [
    'otransid 填要回退的 3261 应答的 inf_refmsgid；填 0 回退本机构该月的全部确认。',
    '与 3261 在同一期间内办理；回退后明细恢复到确认之前，可以重新确认。',
    '原结算的退费也已在别的批次确认的，要先回退退费所在的批次。',
  ],
  differences: ['没有可回退的确认时拒绝；真实平台如何应答没有公开资料。'],
});
