import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { withdrawal, withdrawalFacts, WITHDRAWAL_REFUSALS } from '../../../domain/applications/withdrawal.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 转院备案撤销: the hospital takes back a transfer that it has filed. */
export const withdrawReferral = hospitalTransaction<Input>()({
  infno: '2502',
  slug: 'withdraw-referral',
  title: '转院备案撤销',
  kind: 'mutation',
  needs: ['data.trt_dcla_detl_sn', 'data.psn_no'],
  refusals: WITHDRAWAL_REFUSALS,
  load: (reader, { data }) => withdrawalFacts(reader, data),
  decide: (facts, { data }, { institution, party, now, library }) => {
    const { diseases } = library;
    const ruling = withdrawal(facts, data, { kind: 'filing', institution, party, now, diseases });
    if (isRefusal(ruling)) return decline(ruling);
    return accept(undefined, ruling.writes, { subject: { psn_no: data.psn_no } });
  },
  examples: [
    {
      title: '撤销一次转院备案',
      input: { data: { trt_dcla_detl_sn: '{trt_dcla_detl_sn}', psn_no: '{psn_no}', memo: '患者不再转院' } },
    },
  ],
  notes: [
    '只能撤销本机构用 2501 申报的、尚未使用的备案；别的机构申报的、参保地登记的，答未查询到。',
    '撤销从当天起生效，此前的就医仍按备案结算；再次撤销、已到期的拒绝。',
  ],
  differences: ['已直接结算过的不能撤销，须先退费，这是沙箱的规则；各省自己直接经国家平台结算的，沙箱查不到。'],
});
