import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { sscard } from '../../../virtual-devices/dialects/sscard.ts';
import { neutral } from '../../../virtual-devices/protocol/neutral.ts';
import { carry } from '../../../virtual-devices/socket/carry.ts';
import { LIMITS, type Limits } from '../../../virtual-devices/socket/limits.ts';
import type { Protocol } from '../../../virtual-devices/socket/line.ts';
import { DEFAULT_WORKSPACE, machineWall, type Sandbox, type Workspace } from '../../sandbox.ts';
import { refuseDeviceClient } from '../guard/refuse-device-client.ts';
import type { Guard } from '../guard/refuse-request.ts';
import type { IdleConnections } from '../listening.ts';
import { deskOf } from './desk-of.ts';
import { guardedProtocol } from './guarded-protocol.ts';

/** Which protocol an address speaks; or a status and why none. */
export type Switchboard = (request: URL, client: { readonly id: string; readonly name: string }) => Protocol | Refused;
type Refused = { readonly status: number; readonly message: string };

/** Ends every connection. */
export type Sockets = { readonly close: () => void };

let connected = 0;

/** Takes WebSocket connections of a server: guarded, limited, each with the protocol of its address. */
export const takeSockets = (
  server: Server,
  idle: IdleConnections,
  guard: Guard,
  protocolAt: Switchboard,
  limits: Limits = LIMITS,
): Sockets => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, clientTracking: true });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    idle.handedOver(socket);
    // A connection that breaks while it is being refused has nobody to tell.
    socket.on('error', () => undefined);
    const url = urlOf(request);
    if (!url) return refuse(socket, 400, 'bad address');
    const header = (name: string) => [request.headers[name]].flat()[0];
    const refusal = refuseDeviceClient({ method: 'GET', url: url.href, header }, guard);
    if (refusal) return refuse(socket, refusal.status, refusal.message);
    if (sockets.clients.size >= limits.connections) return refuse(socket, 503, '连接太多');
    connected += 1;
    const protocol = protocolAt(url, { id: `ws-${connected}`, name: nameOf(url, request) });
    if ('status' in protocol) return refuse(socket, protocol.status, protocol.message);
    return sockets.handleUpgrade(request, socket, head, (taken) => carry(taken, protocol, limits, machineWall.now));
  });
  return {
    close: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
};

const urlOf = ({ url = '/', headers }: IncomingMessage): URL | undefined => {
  const address = `http://${headers.host ?? 'localhost'}${url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
};

/** How others are told who holds a device: what the client calls itself, else where its page came from. */
const nameOf = ({ searchParams }: URL, { headers, socket }: IncomingMessage): string =>
  (searchParams.get('client') ?? headers.origin ?? `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`).slice(
    0,
    60,
  );

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

const refuse = (socket: Duplex, status: number, message: string): void => {
  const body = `${message}\n`;
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? 'Service Unavailable'}\r\nConnection: close\r\n`;
  const type = `Content-Type: text/plain;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(`${head}${type}${body}`);
};

const PATH = /^(?:\/w\/(?<workspace>[^/]+))?\/devices(?:\/(?<device>[^/]+))?(?:\/(?<dialect>sscard))?\/?$/;

/** `/devices`, `/devices/{id}`, `/devices/{id}/sscard`, each also below `/w/{workspace}`. */
export const devicesAt =
  (sandbox: Sandbox): Switchboard =>
  ({ pathname }, client) => {
    const path = PATH.exec(pathname)?.groups;
    if (!path) return { status: 404, message: '没有这个地址，设备在 /devices/{设备号}' };
    const workspace = sandbox.workspace(path['workspace'] ?? DEFAULT_WORKSPACE);
    if (!workspace) return { status: 404, message: `没有工作区 ${path['workspace'] ?? ''}` };
    const { desk } = deskOf(workspace);
    const { device } = path;
    if (device !== undefined && !desk.device(device)) return { status: 404, message: `没有设备 ${device}` };
    if (path['dialect'] !== undefined && device !== undefined) {
      return guarded(workspace, sscard(desk, { ...client, device }));
    }
    return guarded(workspace, neutral(desk, { ...client, ...(device !== undefined && { device }) }));
  };

const guarded = (workspace: Workspace, protocol: Protocol): Protocol =>
  guardedProtocol(protocol, (defect) => workspace.world().onDefect(defect, 'devices'));

/** The generic SSCard service at one reader, whatever the path. */
export const sscardAt =
  (sandbox: Sandbox, workspaceName: string, device: string): Switchboard =>
  (_url, client) => {
    const workspace = sandbox.workspace(workspaceName);
    if (!workspace) return { status: 404, message: `没有工作区 ${workspaceName}` };
    return guarded(workspace, sscard(deskOf(workspace).desk, { ...client, device }));
  };
