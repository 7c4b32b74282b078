import { z } from 'zod';
import { asFen } from '../../../kernel/money.ts';
import { after, faultKind } from '../kind.ts';

export const moneyAltered = faultKind({
  kind: 'money-altered',
  title: '金额对不上',
  about: '平台按正确的金额入账；答复中的一个金额被改：差一分、差两位小数、变负、写成指数、少小数位或带引号。',
  his: '核对各项之和与总额，不平就不入账，按结果未知处理。',
  scopes: ['response'],
  params: z.strictObject({
    field: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .default('fund_pay_sumamt'),
    op: z.enum(['cent', 'scaled', 'negative', 'exponent', 'bare', 'text']).default('cent'),
  }),
  effects: ({ with: { field, op } }) => {
    const path = `**.${field}`;
    return after({ do: 'alter', change: op === 'cent' ? { path, addFen: asFen(1) } : { path, form: op } });
  },
});
