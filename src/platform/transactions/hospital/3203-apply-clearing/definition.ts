import { decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 清算申请: the monthly application of a hospital. The document has abolished it, and so it is answered. */
export const applyClearing = hospitalTransaction<Input>()({
  infno: '3203',
  slug: 'apply-clearing',
  title: '清算申请（已废除-走两定平台）',
  kind: 'query',
  needs: [],
  refusals: ['transaction-abolished'],
  load: () => undefined,
  decide: (_facts, _input, { party }) => decline(refuse(party, 'transaction-abolished', '3203', '清算申请')),
  examples: [
    {
      title: '清算申请',
      input: {
        data: {
          clr_type: '11', clr_way: '1', setlym: '202608', psntime: 1, medfee_sumamt: 6.4, med_sumfee: 6.4,
          fund_appy_sum: 0, cash_payamt: 6.4, acct_pay: 0, begndate: '2026-08-01', enddate: '2026-08-31',
        },
      },
    },
  ], // prettier-ignore
  notes: ['接口文档标为“已废除-走两定平台”：一律拒绝并说明。'],
});
