import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { withdrawal, withdrawalFacts, WITHDRAWAL_REFUSALS } from '../../../domain/applications/withdrawal.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 人员慢特病备案撤销: the hospital takes back an application for a chronic disease, or the qualification. */
export const withdrawQualification = hospitalTransaction<Input>()({
  infno: '2504',
  slug: 'withdraw-qualification',
  title: '人员慢特病备案撤销',
  kind: 'mutation',
  needs: ['data.trt_dcla_detl_sn', 'data.psn_no'],
  refusals: WITHDRAWAL_REFUSALS,
  load: (reader, { data }) => withdrawalFacts(reader, data),
  decide: (facts, { data }, { institution, party, now, library }) => {
    const { diseases } = library;
    const ruling = withdrawal(facts, data, { kind: 'qualification', institution, party, now, diseases });
    if (isRefusal(ruling)) return decline(ruling);
    return accept(undefined, ruling.writes, { subject: { psn_no: data.psn_no } });
  },
  examples: [
    {
      title: '撤销一个病种',
      input: { data: { trt_dcla_detl_sn: '{trt_dcla_detl_sn}', psn_no: '{psn_no}', memo: '申报有误' } },
    },
  ],
  notes: [
    '只能撤销本机构用 2503 申报的、尚未使用的；审核前撤销的不再审核，已认定的从当天起无效。',
    '参保地因骗保等终止的不能撤销；再次撤销、已到期的拒绝。',
  ],
  differences: ['已直接结算过的不能撤销，须先退费，这是沙箱的规则；各省自己直接经国家平台结算的，沙箱查不到。'],
});
