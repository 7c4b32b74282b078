import { z } from 'zod';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen } from '../../../kernel/money.ts';
import { before, faultKind } from '../kind.ts';

export const balanceChanged = faultKind({
  kind: 'balance-changed',
  title: '预结算后个人账户被别处用掉',
  about: '结算之前，另一家医院用掉一部分个人账户余额；结算按新的余额入账。',
  his: '以结算的结果为准，与预结算不同时请患者确认，或退费。',
  scopes: ['before-commit'],
  when: { infno: ['2207'] },
  params: z.strictObject({
    amount: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,2})?$/)
      .transform((text) => asFen(parseScaled(text, 2) ?? 0))
      .default(asFen(10_000)),
  }),
  effects: ({ with: { amount } }) => before({ do: 'spend-account', amount }),
});
