import { z } from 'zod';
import { before, ending, faultKind } from '../kind.ts';

export const outage = faultKind({
  kind: 'outage',
  title: '突然中断',
  about: '没有公告，连接被拒、被重置或无人应答；用 schedule 的 from/to 定时段，用 ramp 逐渐变坏。平台未入账。',
  his: '熔断：连续失败后停止尝试，隔一段时间试探一次。',
  scopes: ['before-commit'],
  params: z.strictObject({ how: ending.default('rst') }),
  effects: ({ with: { how } }) => before({ do: 'lose', how, ms: 0 }),
});
