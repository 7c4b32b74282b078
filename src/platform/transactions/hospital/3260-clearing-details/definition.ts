import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction, type HospitalContext } from '../../../dispatch/definition.ts';
import { periodAsked, windowsOf } from '../../../domain/clearing/clearing-period.ts';
import { clearingRows, type ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { faultOfStart, pageFrom, PAGE_REFUSALS } from '../../../domain/downloads.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 提取异地清分明细: what stands in the clearing of a month, a hundred rows at a time; may be read at any time. */
export const clearingDetails = hospitalTransaction<Input, Output>()({
  infno: '3260',
  slug: 'clearing-details',
  title: '提取异地清分明细',
  kind: 'query',
  needs: ['data.trt_year', 'data.trt_month'],
  refusals: ['period-invalid', ...PAGE_REFUSALS],
  load: (reader, { data }, { institution, party, today, settings }) => {
    const period = periodAsked(data, party);
    if (isRefusal(period)) return period;
    return clearingRows(reader, institution.fixmedins_code, { from: period, to: period }, today, windowsOf(settings));
  },
  decide: (rows, { data }, context) => {
    if (isRefusal(rows)) return decline(rows);
    const fault = faultOfStart(data, context.party);
    if (fault) return decline(fault);
    const { startrow = 1 } = data;
    return accept({ data: pageFrom(rows, data).map((row, index) => printed(row, startrow + index, context)) });
  },
  examples: [{ title: '本月', input: { data: { trt_year: '2026', trt_month: '09', startrow: 1 } } }],
  notes: [
    '异地参保人（省内异地、跨省异地）的结算和退费，退费为负数行；已冲正的不列。',
    '一次最多 100 行，startrow 从 1 起，超出末行返回空列表；任何时候都可以提取。',
    '每行只在一个月里：当月没有确认的（或确认标志 0 的）在确认截止后转入下月，最多顺延两个月；已确认的留在确认的那个月。',
    '退费不早于它的原结算：原结算还没有确认时，退费同它在一个月。',
  ],
  differences: [
    '公开的接口页面写的是省内异地；跨省明细也由本交易提取，是据深圳一家医院的需求书。',
    'optins_pay_sumamt 与结算时返回的 fund_pay_sumamt 相同，不含个人账户支付。',
    '顺延两个月后仍未确认的明细留在最后那个月，不再进入清分，须与经办机构另行处理（沙箱设定）。',
  ],
});

const printed = (
  { settlement }: ClearingRow,
  seqno: number,
  { institution }: HospitalContext,
): Output['data'][number] => ({
  seqno,
  mdtrtarea: placeOf(institution.admdvs),
  medins_no: institution.fixmedins_code,
  certno: settlement.visitor.certno,
  mdtrt_id: settlement.mdtrt_id,
  mdtrt_setl_time: settlement.setl_time,
  setl_sn: settlement.setl_id,
  fulamt_advpay_flag: settlement.fullAdvance === true ? '1' : '0',
  medfee_sumamt: settlement.shares.medfee_sumamt,
  optins_pay_sumamt: settlement.shares.fund_pay_sumamt,
});
