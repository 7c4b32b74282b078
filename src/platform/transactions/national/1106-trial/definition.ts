import { accept, nationalTransaction } from '../../../dispatch/definition.ts';
import { CLAIM_NEEDS } from '../../../domain/national/claim-needs.ts';
import type { Input, Output } from '../../../domain/national/1106.gen.ts';
import { relayed } from '../../../domain/relay.ts';

/** 门诊预结算: relayed; nothing is kept. */
export const trial = nationalTransaction<Input, Output, Output>()({
  infno: '1106',
  slug: 'trial',
  title: '门诊预结算',
  kind: 'query',
  role: 'treatment',
  needs: CLAIM_NEEDS,
  refusals: [],
  load: () => undefined,
  ask: (_facts, input) => relayed('1106', input),
  decide: (_facts, _input, _context, reply) => accept(reply),
  examples: [],
});
