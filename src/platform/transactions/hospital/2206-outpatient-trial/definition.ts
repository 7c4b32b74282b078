import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CLAIM_REFUSALS, claimQuestion, hospitalClaim } from '../../../domain/hospital-claim.ts';
import type { Output as Reply } from '../../../domain/national/1106.gen.ts';
import { fundsOf, sharesOf } from '../../../domain/national/setlinfo.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { fundsOutput, visitorOutput } from '../../../domain/settlement-output.ts';
import type { Input, Output } from './wire.gen.ts';

/** 门诊预结算: what 2207 would answer now; nothing is kept but the journal. */
export const outpatientTrial = hospitalTransaction<Input, Output, Reply>()({
  infno: '2206',
  slug: 'outpatient-trial',
  title: '门诊预结算',
  kind: 'query',
  needs: [
    'data.psn_no', 'data.mdtrt_cert_type', 'data.med_type', 'data.medfee_sumamt', 'data.mdtrt_id', 'data.chrg_bchno',
  ], // prettier-ignore
  refusals: CLAIM_REFUSALS,
  load: (reader, { data }, context) => hospitalClaim(reader, data, context, 'trial'),
  ask: (found, { data }, context) => claimQuestion('1106', found, data, context),
  decide: (found, { data }, { message, now }, reply) => {
    if (isRefusal(found)) return decline(found);
    const { visit, claim } = found;
    const setl_time = dateTimeOf(now);
    const setlinfo = reply && {
      mdtrt_id: visit.mdtrt_id,
      ...visitorOutput(visit.visitor, setl_time),
      setl_time,
      mdtrt_cert_type: data.mdtrt_cert_type,
      med_type: claim.med_type,
      ...sharesOf(reply.setlinfo),
      medins_setl_id: message.msgid,
      clr_optins: visit.insuplc,
      clr_way: '1',
      clr_type: '11',
    };
    const output = setlinfo && { setlinfo, setldetail: fundsOutput(fundsOf(reply.setldetail)) };
    return accept(output, [], { subject: { mdtrt_id: visit.mdtrt_id, psn_no: data.psn_no } });
  },
  examples: [
    {
      title: '预结算',
      input: {
        data: {
          psn_no: '{psn_no}', mdtrt_cert_type: '02', mdtrt_cert_no: '{certno}', med_type: '14', medfee_sumamt: 6.4,
          psn_setlway: '01', mdtrt_id: '{mdtrt_id}', chrg_bchno: 'B1', acct_used_flag: '0', insutype: '{insutype}',
        },
      },
    },
  ], // prettier-ignore
  notes: ['不落账，没有结算ID；可用居民身份证预结算，再用电子凭证正式结算，免得出示两次电子凭证。'],
});
