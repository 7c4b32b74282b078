import { createServer } from 'node:net';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { misuse, refusal, type Failure } from '../server/failure.ts';

/**
 * Whether the address can be listened on. Asked before a data folder is opened, so that a second start beside a running
 * sandbox touches nothing of it.
 */
export const freePort = (host: string, port: number): Promise<Result<void, Failure>> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(fail(complaint(host, port, error))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(ok(undefined))));
  });

const HIGHEST = 65_535;

const COMPLAINTS: Readonly<Record<string, (host: string, port: number) => Failure>> = {
  EADDRINUSE: (_host, port) =>
    refusal(`端口 ${port} 已被占用，可能沙箱已经在运行。换一个端口：--port ${port === HIGHEST ? port - 1 : port + 1}`),
  EACCES: (_host, port) => refusal(`没有权限监听端口 ${port}，请用 1024 以上的端口`),
  EADDRNOTAVAIL: (host) => misuse(`本机没有地址 ${host}，请核对 --host`),
  ENOTFOUND: (host) => misuse(`本机没有地址 ${host}，请核对 --host`),
};

const complaint = (host: string, port: number, { code = '', message }: NodeJS.ErrnoException): Failure =>
  COMPLAINTS[code]?.(host, port) ?? refusal(`不能监听 ${host}:${port}：${message}`);
