import { z } from 'zod';
import { before, ending, faultKind, millis } from '../kind.ts';

export const requestLost = faultKind({
  kind: 'request-lost',
  title: '报文在途中丢失',
  about: '平台没有处理就断开连接；平台未入账。',
  his: '按结果未知处理：先查询，再用同一 msgid 重发。',
  scopes: ['before-commit'],
  params: z.strictObject({ how: ending.default('rst'), ms: millis.default(0) }),
  effects: ({ with: { how, ms } }) => before({ do: 'lose', how, ms }),
});
