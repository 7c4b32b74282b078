import { accept, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1406.gen.ts';
import { relayed } from '../../../domain/relay.ts';

/** 门诊慢特病认定资格信息查询: relayed; also returns diseases that cannot be settled across provinces. */
export const entitlements = nationalTransaction<Input, Output, Output>()({
  infno: '1406',
  slug: 'entitlements',
  title: '门诊慢特病认定资格信息查询',
  kind: 'query',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.insuplc'],
  refusals: [],
  load: () => undefined,
  ask: (_facts, input) => relayed('1406', input),
  decide: (_facts, _input, _context, reply) => accept(reply),
  examples: [],
  notes: ['需返回非范围内病种；非范围内病种的结算由国家平台拦截。'],
});
