import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import type { Input } from './wire.gen.ts';

/** The batch number that means every unsettled line of the visit. */
const ALL = '0000';

/** 门诊费用明细信息撤销: a batch, or with 0000 all that is unsettled; settled lines stay. */
export const withdrawFees = hospitalTransaction<Input>()({
  infno: '2205',
  slug: 'withdraw-fees',
  title: '门诊费用明细信息撤销',
  kind: 'mutation',
  needs: ['data.mdtrt_id', 'data.chrg_bchno', 'data.psn_no'],
  refusals: ['visit-unknown', 'visit-withdrawn', 'place-mismatch', 'nothing-to-withdraw', 'batch-settled'],
  load: (reader, { data: { mdtrt_id } }) => ({ found: reader.visit(mdtrt_id), batches: reader.batches(mdtrt_id) }),
  decide: ({ found, batches }, { data }, { party, institution, message }) => {
    const visit = openVisit(found, institution, { psn_no: data.psn_no, ...message }, party);
    if (isRefusal(visit)) return decline(visit);
    const named = batches.filter((batch) => data.chrg_bchno === ALL || batch.chrg_bchno === data.chrg_bchno);
    const open = named.filter((batch) => batch.settledBy === undefined);
    if (named.length > 0 && open.length === 0 && data.chrg_bchno !== ALL) {
      return decline(refuse(party, 'batch-settled', data.chrg_bchno));
    }
    if (open.length === 0) return decline(refuse(party, 'nothing-to-withdraw'));
    const writes = open.map(({ mdtrt_id, chrg_bchno }) => ({ kind: 'batch.withdraw' as const, mdtrt_id, chrg_bchno }));
    return accept(undefined, writes, { subject: { mdtrt_id: data.mdtrt_id, psn_no: data.psn_no } });
  },
  examples: [
    { title: '撤销一个批次', input: { data: { mdtrt_id: '{mdtrt_id}', chrg_bchno: 'B1', psn_no: '{psn_no}' } } },
    {
      title: '撤销全部未结算明细',
      input: { data: { mdtrt_id: '{mdtrt_id}', chrg_bchno: '0000', psn_no: '{psn_no}' } },
    },
  ],
  notes: ['已结算的明细不能撤销；chrg_bchno 填 0000 撤销该就诊全部未结算明细。'],
});
