import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { SETTLEMENT_ASKED_REFUSALS, settlementAsked } from '../../../domain/settlement-asked.ts';
import { fundsOutput } from '../../../domain/settlement-output.ts';
import { settlementInfo } from './settlement-info.ts';
import type { Input, Output } from './wire.gen.ts';

/** 结算信息查询: a settlement or refund of this hospital, of a person of its own province. */
export const settlement = hospitalTransaction<Input, Output>()({
  infno: '5203',
  slug: 'settlement',
  title: '结算信息查询',
  kind: 'query',
  needs: ['data.psn_no', 'data.setl_id'],
  refusals: SETTLEMENT_ASKED_REFUSALS,
  load: (reader, { data }) => reader.settlement('treatment', data.setl_id),
  decide: (found, { data }, context) => {
    const settlement = settlementAsked(found, data, context);
    if (isRefusal(settlement)) return decline(settlement);
    const { mdtrt_id, setl_id, funds } = settlement;
    const setlinfo = settlementInfo(settlement, context.institution);
    const subject = { mdtrt_id, setl_id, psn_no: data.psn_no };
    return accept({ setlinfo, setldetail: fundsOutput(funds) }, [], { subject });
  },
  examples: [
    { title: '一笔结算', input: { data: { psn_no: '{psn_no}', setl_id: '{setl_id}', mdtrt_id: '{mdtrt_id}' } } },
  ],
  notes: [
    '字段名与 2207 不同：个人负担为 psn_pay（2207 为 psn_part_amt），现金为 cash_payamt（2207 为 psn_cash_pay）。',
    '省内任何一地为跨省参保人结算后，事后不能用本交易查询，请保存 2204 和 2207 的出参用于打印。',
    '退费记录用退费的结算ID查，金额为负；原结算和退费记录的 refd_setl_flag 都为 1，已冲正的结算查不到。',
  ],
  differences: [
    '门诊的开始、结束日期都取就诊日期；伤残人员医疗保障（hifdm_pay）和医院负担在本交易的表里没有字段，不列。',
    '原结算退费后 refd_setl_flag 改为 1，是据公开的经办端统计语句（只统计标志为 0 的结算）推定的。',
  ],
});
