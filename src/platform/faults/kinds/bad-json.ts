import { z } from 'zod';
import { after, faultKind } from '../kind.ts';

export const badJson = faultKind({
  kind: 'bad-json',
  title: '答复不是合法的 JSON',
  about: '平台已入账；答复少一个括号、多一个逗号、含 NaN 或用单引号。',
  his: '解析失败即按结果未知处理，不能当作失败。',
  scopes: ['response'],
  params: z.strictObject({
    as: z.enum(['no-brace', 'trailing-comma', 'nan', 'single-quotes']).default('no-brace'),
  }),
  effects: ({ with: { as } }) => after({ do: 'spell', as }),
});
