import type { Server } from 'node:http';
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

/** Idle connections end at once, busy ones after their answer, and after a while all of them. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const again = setInterval(() => server.closeIdleConnections(), 50);
    const last = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearInterval(again);
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
