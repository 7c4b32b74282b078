import { z } from 'zod';
import { after, faultKind, millis } from '../kind.ts';

export const drip = faultKind({
  kind: 'drip',
  title: '答复一点一点地来',
  about: '平台已入账；答复每隔一段时间只来几个字节。',
  his: '除读超时外还要有总超时；超过总超时按结果未知处理。',
  scopes: ['response'],
  params: z.strictObject({ bytes: z.int().min(1).max(65_536).default(16), gap: millis.default(200) }),
  effects: ({ with: { bytes, gap } }) => after({ do: 'drip', bytes, gapMs: gap }),
});
