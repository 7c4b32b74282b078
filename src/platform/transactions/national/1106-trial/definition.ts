import { accept, nationalTransaction } from '../../../dispatch/definition.ts';
import { claimAmountsFault } from '../../../domain/claim-sums.ts';
import { CLAIM_NEEDS, CLAIM_STOPS } from '../../../domain/national/claim-needs.ts';
import type { Input, Output } from '../../../domain/national/1106.gen.ts';
import { relayed } from '../../../domain/relay.ts';
import { visitNumberStop } from '../../../domain/visit-number.ts';

/** 门诊预结算: relayed; nothing is kept. */
export const trial = nationalTransaction<Input, Output, Output>()({
  infno: '1106',
  slug: 'trial',
  title: '门诊预结算',
  kind: 'query',
  role: 'treatment',
  needs: CLAIM_NEEDS,
  refusals: CLAIM_STOPS,
  load: (reader, { data }) => reader.settlementsByVisitNumber('national', data.mdtrtsn),
  ask: (underIt, input, { party }) =>
    visitNumberStop(underIt, party) ?? claimAmountsFault(input, party) ?? relayed('1106', input),
  decide: (_underIt, _input, _context, reply) => accept(reply),
  examples: [],
});
