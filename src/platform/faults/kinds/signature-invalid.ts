import { z } from 'zod';
import { before, faultKind } from '../kind.ts';

const TEXTS = {
  signature: '签名不一致',
  algorithm: '不支持的签名算法',
  altered: '报文内容与签名不符',
  timestamp: '时间戳超出允许范围',
} as const;

export const signatureInvalid = faultKind({
  kind: 'signature-invalid',
  title: '网关验签失败',
  about: '网关答 401，报文没有到达平台。',
  his: '停止自动重试并告警：密钥、算法或时间不对。',
  scopes: ['before-commit'],
  params: z.strictObject({ reason: z.enum(['signature', 'algorithm', 'altered', 'timestamp']).default('signature') }),
  effects: ({ with: { reason } }) =>
    before({
      do: 'answer',
      http: {
        status: 401,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
        body: JSON.stringify({ code: 401, type: 'error', message: TEXTS[reason], data: null }),
      },
    }),
});
