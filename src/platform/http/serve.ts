import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { secretText, type Sandbox } from '../sandbox.ts';
import { sandboxApp } from './app.ts';
import { hangUpDevices } from './devices/desk-of.ts';
import { devicesAt, takeSockets } from './devices/device-sockets.ts';
import { openService, type LocalService, type OpenService } from './devices/local-services.ts';
import { isLoopback } from './guard/allowed-host.ts';
import type { Guard } from './guard/refuse-request.ts';
import { closed, idleConnections, listening } from './listening.ts';

/** How long the server waits, in milliseconds of the machine. */
export type Timeouts = {
  /** For the next request of a connection. */
  readonly keepAlive: number;
  /** For the headers of a request; longer than `keepAlive`, or Node cuts idle connections early. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
};

/** Pooled clients of a HIS must not see resets that look like faults. */
export const TIMEOUTS: Timeouts = { keepAlive: 75_000, headers: 80_000, request: 120_000 };

export type ServeOptions = {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Token of the control API. Absent: none on loopback, elsewhere one is made and told. */
  readonly token?: string;
  /** Further names under which this machine may be addressed. */
  readonly hosts?: readonly string[];
  readonly timeouts?: Timeouts;
  /** Origins of web pages elsewhere that may use the virtual devices. */
  readonly deviceOrigins?: readonly string[];
  /** Vendors' local services on ports of their own. */
  readonly services?: readonly LocalService[];
  /** Is told what the user must know: the token that was made. Absent: standard error. */
  readonly tell?: (line: string) => void;
};

export type Served = {
  /** `http://127.0.0.1:8686` */
  readonly url: string;
  /** What the control API demands, given or made. */
  readonly token?: string;
  readonly services: readonly Pick<OpenService, 'kind' | 'port'>[];
  /** Lets requests that are under way finish, then ends. */
  readonly close: () => Promise<void>;
};

/** Serves a sandbox over HTTP. Rejects with a plain Chinese message when the address cannot be had. */
export const serve = async (sandbox: Sandbox, options: ServeOptions): Promise<Served> => {
  const { host, port, timeouts = TIMEOUTS } = options;
  const guard = guardOf(options);
  const { token } = guard;
  const app = sandboxApp(sandbox, guard);
  const server = createAdaptorServer({
    fetch: app.fetch,
    // Old clients leave the Host header out.
    hostname: urlHost(host),
    serverOptions: {
      requireHostHeader: false,
      keepAliveTimeout: timeouts.keepAlive,
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: Math.min(5_000, timeouts.request / 4),
    },
    // A body that is too large is thrown away to its end (read-body.ts); the library would cut it off half a second
    // later.
    autoCleanupIncoming: false,
  }) as Server;
  const idle = idleConnections(server);
  const sockets = takeSockets(server, idle, guard, devicesAt(sandbox));
  const bound = await listening(server, host, port);
  const services = await openServices(options.services ?? [], { sandbox, guard, fetch: app.fetch }, () =>
    closed(server, idle),
  );
  return {
    url: `http://${urlHost(reachable(host))}:${bound}`,
    ...(token !== undefined && { token }),
    services: services.map(({ kind, port: own }) => ({ kind, port: own })),
    close: async () => {
      const done = closed(server, idle);
      sandbox.hangUp();
      hangUpDevices(sandbox.names().map(sandbox.workspace));
      sockets.close();
      await Promise.all([done, ...services.map((service) => service.close())]);
    },
  };
};

const guardOf = (options: ServeOptions): Guard => {
  const { host, hosts = [], deviceOrigins = [] } = options;
  const token = options.token ?? (isLoopback(host) ? undefined : madeToken(options));
  return { bound: host, names: hosts, deviceOrigins, ...(token !== undefined && { token }) };
};

/** All of them; where one cannot be had, nothing stays open. */
const openServices = async (
  wanted: readonly LocalService[],
  parts: Parameters<typeof openService>[1],
  closeServer: () => Promise<void>,
): Promise<readonly OpenService[]> => {
  const open: OpenService[] = [];
  try {
    for (const service of wanted) open.push(await openService(service, parts));
    return open;
  } catch (failure) {
    await Promise.all([closeServer(), ...open.map((service) => service.close())]);
    throw failure;
  }
};

const madeToken = ({ host, tell }: ServeOptions): string => {
  const token = secretText();
  const line = `监听 ${host}，其他机器也能访问，控制接口的口令为 ${token}`;
  if (tell) tell(line);
  else process.stderr.write(`${line}\n`);
  return token;
};

/** An IPv6 address stands in brackets in an address of the web. */
const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** A server that listens everywhere is reached here by the loopback address. */
const reachable = (host: string): string => ({ '0.0.0.0': '127.0.0.1', '::': '::1' })[host] ?? host;
