import { z } from 'zod';
import { before, faultKind } from '../kind.ts';

export const requestCut = faultKind({
  kind: 'request-cut',
  title: '报文只到了一半',
  about: '平台只收到报文的前一部分，答复报文不完整；平台未入账。',
  his: '用同一 msgid 原样重发。',
  scopes: ['before-commit'],
  params: z.strictObject({ bytes: z.int().min(1).max(67_108_864).default(100) }),
  effects: ({ with: { bytes } }) =>
    before({ do: 'refuse', by: 'treatment', text: `报文不完整：只收到前 ${bytes} 个字节，请用同一 msgid 重发` }),
});
