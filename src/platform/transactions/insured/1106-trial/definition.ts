import { accept, decline, insuredTransaction } from '../../../dispatch/definition.ts';
import { claimFacts } from '../../../domain/claim-facts.ts';
import { settleClaim } from '../../../domain/insured-claim.ts';
import type { Input, Output } from '../../../domain/national/1106.gen.ts';
import { wordedSettlement } from '../../../domain/national/setlinfo.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { SETTLE_REFUSALS } from '../../../domain/settle-refusals.ts';

/** 门诊预结算 at the insured place: 1107 without a trace. */
export const trial = insuredTransaction<Input, Output>()({
  infno: '1106',
  slug: 'trial',
  title: '门诊预结算（参保地）',
  kind: 'query',
  needs: [],
  refusals: SETTLE_REFUSALS,
  load: claimFacts,
  decide: (facts, input, { library, now, party }) => {
    const claim = settleClaim(facts, input, library, now, party);
    if (isRefusal(claim)) return decline(claim);
    const { data } = input;
    const mdtrt_id = data.mdtrt_regno ?? data.mdtrtsn;
    return accept(wordedSettlement({ ...data, mdtrt_id, visitor: claim.visitor, ...claim.settled }), [], {
      subject: { mdtrt_id, psn_no: claim.visitor.psn_no },
      ...(claim.warn_msg !== undefined && { warn_msg: claim.warn_msg }),
    });
  },
  examples: [],
});
