import { z } from 'zod';
import { after, faultKind, millis } from '../kind.ts';

export const lateAnswer = faultKind({
  kind: 'late-answer',
  title: '答复晚于医院的超时时间',
  about: '平台已入账，答复在医院放弃等待之后才发出。',
  his: '按结果未知处理（同 answer-lost）；迟到的答复要么丢弃，要么按报文对上。',
  scopes: ['after-commit'],
  params: z.strictObject({ ms: millis.default(60_000) }),
  effects: ({ with: { ms } }) => after({ do: 'wait', ms }),
});
