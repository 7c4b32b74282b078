import { createServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { Sandbox } from '../../sandbox.ts';
import type { Guard } from '../guard/refuse-request.ts';
import { closed, idleConnections, listening } from '../listening.ts';
import { plainAnswer } from '../plain-answer.ts';
import { sscardAt, takeSockets } from './device-sockets.ts';

/** A vendor's local service on a port of its own, at one device. */
export type LocalService = {
  readonly kind: 'sscard' | 'face';
  /** 0: any free port. */
  readonly port: number;
  readonly workspace: string;
  readonly device: string;
};

export type OpenService = {
  readonly kind: LocalService['kind'];
  readonly port: number;
  readonly close: () => Promise<void>;
};

type Fetch = (request: Request) => Response | Promise<Response>;

/** Opens such a service. `fetch` is the whole sandbox's: the face terminal's wrapper is one of its paths. */
export const openService = (
  service: LocalService,
  { sandbox, guard, fetch }: { readonly sandbox: Sandbox; readonly guard: Guard; readonly fetch: Fetch },
): Promise<OpenService> =>
  service.kind === 'sscard' ? openSscard(service, sandbox, guard) : openFace(service, guard, fetch);

const openSscard = async (
  { port, workspace, device }: LocalService,
  sandbox: Sandbox,
  guard: Guard,
): Promise<OpenService> => {
  const server = createServer((_request, response) => {
    response
      .writeHead(426, { 'content-type': 'text/plain;charset=UTF-8' })
      .end('这里是读卡服务，请用 WebSocket 连接\n');
  });
  const idle = idleConnections(server);
  const sockets = takeSockets(server, idle, guard, sscardAt(sandbox, workspace, device));
  const bound = await listening(server, guard.bound, port);
  return {
    kind: 'sscard',
    port: bound,
    close: () => {
      sockets.close();
      return closed(server, idle);
    },
  };
};

const openFace = async (
  { port, workspace, device }: LocalService,
  { bound }: Guard,
  fetch: Fetch,
): Promise<OpenService> => {
  const app = new Hono();
  app.on(['POST', 'OPTIONS'], '/api/open', (c) => {
    const there = new URL(`/w/${workspace}/devices/${device}/api/open`, c.req.url);
    return fetch(new Request(there, c.req.raw));
  });
  app.all('*', () => plainAnswer(404, '这里是综合服务终端，只有 POST /api/open'));
  const server = createAdaptorServer({ fetch: app.fetch, hostname: bound }) as Server;
  const idle = idleConnections(server);
  return { kind: 'face', port: await listening(server, bound, port), close: () => closed(server, idle) };
};
