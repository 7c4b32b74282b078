import { decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 清算申请撤销: takes back what 3203 applied for. The document has abolished it, and so it is answered. */
export const withdrawClearing = hospitalTransaction<Input>()({
  infno: '3204',
  slug: 'withdraw-clearing',
  title: '清算申请撤销（已废除-走两定平台）',
  kind: 'query',
  needs: [],
  refusals: ['transaction-abolished'],
  load: () => undefined,
  decide: (_facts, _input, { party }) => decline(refuse(party, 'transaction-abolished', '3204', '清算申请撤销')),
  examples: [
    {
      title: '清算申请撤销',
      input: {
        data: { clr_appy_evt_id: 'CLR0001' },
      },
    },
  ], // prettier-ignore
  notes: ['接口文档标为“已废除-走两定平台”：一律拒绝并说明。'],
});
