import { z } from 'zod';
import { before, faultKind } from '../kind.ts';

const TEXT = '系统繁忙，访问过于频繁，请稍后再试';

export const busy = faultKind({
  kind: 'busy',
  title: '限流',
  about: 'http：网关答 429 和 Retry-After；envelope：信封里说系统繁忙。平台未入账。',
  his: '退避后重试，间隔带随机，排队而不是同时重试。',
  scopes: ['before-commit'],
  params: z.strictObject({
    as: z.enum(['envelope', 'http']).default('envelope'),
    retryAfter: z.int().min(1).max(3_600).default(5),
  }),
  effects: ({ with: { as, retryAfter } }) =>
    before(
      as === 'envelope'
        ? { do: 'refuse', by: 'national', text: TEXT }
        : {
            do: 'answer',
            http: {
              status: 429,
              headers: { 'content-type': 'text/plain;charset=UTF-8', 'retry-after': String(retryAfter) },
              body: TEXT,
            },
          },
    ),
});
