import { z } from 'zod';
import { after, faultKind } from '../kind.ts';

const VALUES = { other: '000000190001010000000000000000', empty: '', cut: '4403002026' } as const;

export const wrongMsgid = faultKind({
  kind: 'wrong-msgid',
  title: '接收方报文ID不对',
  about: '平台已入账；答复的 inf_refmsgid 是别的、空的或不完整的。',
  his: '不采信这个答复，按结果未知处理；冲正时不能用这个号。',
  scopes: ['response'],
  params: z.strictObject({ value: z.enum(['other', 'empty', 'cut']).default('other') }),
  effects: ({ with: { value } }) => after({ do: 'alter', change: { path: 'inf_refmsgid', set: VALUES[value] } }),
});
