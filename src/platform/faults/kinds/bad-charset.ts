import { z } from 'zod';
import { after, faultKind } from '../kind.ts';

export const badCharset = faultKind({
  kind: 'bad-charset',
  title: '字符集不对',
  about: '平台已入账；答复头写 UTF-8，正文却是 GBK、UTF-16、带 BOM、含 NUL、全角数字或四字节汉字。',
  his: '正确解码（BOM、四字节汉字），否则按结果未知处理；不得把乱码姓名写入病历。',
  scopes: ['response'],
  params: z.strictObject({
    as: z.enum(['gbk', 'utf-16', 'bom', 'nul', 'full-width', 'four-byte']).default('gbk'),
  }),
  effects: ({ with: { as } }) => after({ do: 'spell', as }),
});
