import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { must } from '../../kernel/assert.ts';

/** Listens, and resolves to the port. Rejects with a plain Chinese message when the address cannot be had. */
export const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(complaint(host, port, cause), { cause })));
    server.listen({ host, port }, () => resolve(portOf(server)));
  });

const portOf = (server: Server): number => {
  const address = server.address();
  must(address !== null && typeof address !== 'string', 'a server on a host has a port');
  return address.port;
};

const complaint = (host: string, port: number, { code, message }: NodeJS.ErrnoException): string => {
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用`;
  if (code === 'EACCES') return `没有权限监听端口 ${port}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `本机没有地址 ${host}`;
  return `不能监听 ${host}:${port}：${message}`;
};

/** How long requests under way may take to finish, in milliseconds. */
const PATIENCE = 10_000;

/** Connections on which no request is under way. */
export type IdleConnections = {
  readonly end: () => void;
  /** Another protocol goes on over this one: whoever speaks it ends it. */
  readonly handedOver: (socket: Duplex) => void;
};

/**
 * Knows the connections on which no request is under way. Node's own `closeIdleConnections` leaves out those that have
 * not sent one yet, and a client whose request was aborted opens such a one for the next.
 */
export const idleConnections = (server: Server): IdleConnections => {
  const requests = new Map<Duplex, number>();
  const count = (socket: Duplex, more: number): void => {
    const under = requests.get(socket);
    if (under !== undefined) requests.set(socket, under + more);
  };
  server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    end: () => requests.forEach((under, socket) => under === 0 && socket.destroy()),
    handedOver: (socket) => void requests.delete(socket),
  };
};

/** Idle connections end at once, busy ones after their answer, and after a while all of them. */
export const closed = (server: Server, idle: IdleConnections): Promise<void> =>
  new Promise((resolve) => {
    // Not at once: a request may just be on its way.
    const again = setInterval(idle.end, 50);
    const last = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearInterval(again);
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
