import { z } from 'zod';
import { after, ending, faultKind, millis } from '../kind.ts';

export const answerLost = faultKind({
  kind: 'answer-lost',
  title: '已入账，答复丢失',
  about: '平台已处理并入账，答复没有到达医院。',
  his: '先按就诊查询，或用同一 msgid 重发，或冲正；绝不能当作失败再收一次费。',
  scopes: ['after-commit'],
  params: z.strictObject({ how: ending.default('rst'), ms: millis.default(0) }),
  effects: ({ with: { how, ms } }) => after({ do: 'lose', how, ms }),
});
