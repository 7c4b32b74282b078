import { z } from 'zod';
import { after, ending, faultKind, millis } from '../kind.ts';

export const keepAliveKilled = faultKind({
  kind: 'keep-alive-killed',
  title: '空闲连接被切断',
  about: '答复完整，连接却在之后被切断，医院的连接池以为它还能用。',
  his: '重新连接后用同一 msgid 重发，报文不丢失也不重复。',
  scopes: ['response'],
  params: z.strictObject({ ms: millis.default(0), how: ending.exclude(['hold']).default('fin') }),
  effects: ({ with: { ms, how } }) => after({ do: 'close-after', ms, how }),
});
