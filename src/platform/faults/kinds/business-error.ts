import { z } from 'zod';
import { before, faultKind, words } from '../kind.ts';

export const businessError = faultKind({
  kind: 'business-error',
  title: '平台答业务错误',
  about: '报文未处理，信封里 infcode 为 -1，err_msg 为给定的文字；平台未入账。',
  his: '把原文告诉操作员；这是明确的失败，不需要冲正。',
  scopes: ['before-commit'],
  params: z.strictObject({
    by: z.enum(['treatment', 'national', 'insured']).default('insured'),
    text: words.default('数据库异常，请联系管理员'),
  }),
  effects: ({ with: { by, text } }) => before({ do: 'refuse', by, text }),
});
