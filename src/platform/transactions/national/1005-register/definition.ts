import { accept, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1005.gen.ts';
import { relayed } from '../../../domain/relay.ts';

/** 门诊挂号: relayed to the insured place, which hands out the visit number. */
export const register = nationalTransaction<Input, Output, Output>()({
  infno: '1005',
  slug: 'register',
  title: '门诊挂号',
  kind: 'mutation',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.insuplc', 'data.fixmedins_code', 'data.insutype', 'data.mdtrtsn'],
  refusals: [],
  load: () => undefined,
  ask: (_facts, input) => relayed('1005', input),
  decide: (_facts, _input, _context, reply) =>
    accept(reply, [], { subject: { mdtrt_id: reply?.data.mdtrt_regno ?? '', psn_no: reply?.data.psn_no ?? '' } }),
  examples: [],
  differences: ['国家平台的门诊慢特病挂号没有公开的交易编号：1005 及其字段是沙箱自定。'],
});
