import { z } from 'zod';
import { after, ending, faultKind } from '../kind.ts';
import { part } from './half-body.ts';

export const chunkCut = faultKind({
  kind: 'chunk-cut',
  title: '分块答复没有结尾',
  about: '平台已入账；答复分块发送，没有结束块就断开。',
  his: '同 half-body：按结果未知处理。',
  scopes: ['response'],
  params: z.strictObject({ part, how: ending.default('fin') }),
  effects: ({ with: { part: at, how } }) => after({ do: 'cut', at, chunked: true, how }),
});
