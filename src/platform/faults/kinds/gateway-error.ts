import { z } from 'zod';
import type { PlainHttp } from '../../../kernel/fault/effect.ts';
import { after, before, faultKind } from '../kind.ts';

const TITLES = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out',
};

export const gatewayError = faultKind({
  kind: 'gateway-error',
  title: '网关答 502/503/504',
  about: 'before-commit：报文未处理，网关答错误页；after-commit：平台已入账，网关仍答错误页。',
  his: '503 可按 Retry-After 重试；502、504 按结果未知处理。',
  scopes: ['before-commit', 'after-commit'],
  params: z.strictObject({
    status: z.literal([500, 502, 503, 504]).default(503),
    retryAfter: z.int().min(0).max(3_600).exactOptional(),
  }),
  effects: ({ scope, with: { status, retryAfter } }) => {
    const answer = { do: 'answer', http: page(status, retryAfter) } as const;
    return scope === 'before-commit' ? before(answer) : after(answer);
  },
});

const htmlOf = (title: string): string =>
  `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>\n`;

const page = (status: keyof typeof TITLES, retryAfter: number | undefined): PlainHttp => ({
  status,
  headers: { 'content-type': 'text/html', ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
  body: htmlOf(`${status} ${TITLES[status]}`),
});
