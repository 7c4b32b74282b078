import { z } from 'zod';
import { after, faultKind } from '../kind.ts';

export const hugeAnswer = faultKind({
  kind: 'huge-answer',
  title: '答复特别大',
  about: '平台已入账；答复里第一个列表被重复到很多行。',
  his: '完整读取，不截断，内存有界。',
  scopes: ['response'],
  params: z.strictObject({ rows: z.int().min(2).max(100_000).default(10_000) }),
  effects: ({ with: { rows } }) => after({ do: 'alter', change: { path: '**[]', rows } }),
});
