import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import type { Input } from './wire.gen.ts';

/** 门诊挂号撤销: only while nothing hangs on the visit, neither lines nor a settlement. */
export const withdrawRegistration = hospitalTransaction<Input>()({
  infno: '2202',
  slug: 'withdraw-registration',
  title: '门诊挂号撤销',
  kind: 'mutation',
  needs: ['data.psn_no', 'data.mdtrt_id'],
  refusals: [
    'visit-unknown', 'visit-withdrawn', 'place-mismatch', 'visit-otp-mismatch', 'visit-has-lines', 'visit-settled',
  ], // prettier-ignore
  load: (reader, { data: { mdtrt_id } }) => ({ visit: reader.visit(mdtrt_id), batches: reader.batches(mdtrt_id) }),
  decide: ({ visit: found, batches }, { data }, { party, institution, message }) => {
    const visit = openVisit(found, institution, { psn_no: data.psn_no, ...message }, party);
    if (isRefusal(visit)) return decline(visit);
    if (data.ipt_otp_no !== undefined && data.ipt_otp_no !== visit.ipt_otp_no) {
      return decline(refuse(party, 'visit-otp-mismatch'));
    }
    if (batches.some((batch) => batch.settledBy !== undefined)) return decline(refuse(party, 'visit-settled'));
    if (batches.length > 0) return decline(refuse(party, 'visit-has-lines'));
    return accept(undefined, [{ kind: 'visit.put', visit: { ...visit, withdrawn: true } }], { subject: data });
  },
  examples: [
    { title: '撤销挂号', input: { data: { psn_no: '{psn_no}', mdtrt_id: '{mdtrt_id}', ipt_otp_no: 'OP0001' } } },
  ],
  notes: ['有已上传未撤销的明细或有效结算时不能撤销。'],
  differences: ['跨省挂号撤销只在就医地办理：国家平台的对应交易没有公开。'],
});
