import { z } from 'zod';
import { before, faultKind, millis } from '../kind.ts';

export const noRead = faultKind({
  kind: 'no-read',
  title: '连上后无人受理',
  about: '连接建立，报文发出，平台一直不处理也不答复；平台未入账。',
  his: '超时后按结果未知处理：先查询，再用同一 msgid 重发。',
  scopes: ['before-commit'],
  params: z.strictObject({ ms: millis.default(120_000) }),
  effects: ({ with: { ms } }) => before({ do: 'lose', how: 'hold', ms }),
});
