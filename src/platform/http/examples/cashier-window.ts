import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { projectRoot } from '../../project-root.ts';
import { isAllowedHost } from '../guard/allowed-host.ts';
import type { Guard } from '../guard/refuse-request.ts';
import { plainAnswer } from '../plain-answer.ts';

const HEADERS = {
  'content-type': 'text/html;charset=UTF-8',
  // The page has its style and script in itself and speaks to the sandbox alone; nobody may put it into a frame.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // Its address may carry the token.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * `GET /examples/cashier-window/`: the example's page, from the sandbox itself, because the doors and the control API
 * answer no page of another origin. It says nothing that is in a workspace, so it needs no token.
 */
export const cashierWindow = (guard: Guard) => {
  const file = join(projectRoot(), 'examples/cashier-window/index.html');
  return (c: Context): Response => {
    if (!isAllowedHost(new URL(c.req.url).hostname, guard)) return plainAnswer(403, '这个主机名没有允许。');
    return new Response(readFileSync(file), { headers: HEADERS });
  };
};
