import { sameText } from '../../wire/same-text.ts';
import { isAllowedHost, type Hosts } from './allowed-host.ts';

/** Who may use the control API. */
export type Guard = Hosts & {
  /** Demanded as `Authorization: Bearer …`; absent only on a server that nobody else can reach. */
  readonly token?: string;
  /** Origins of web pages elsewhere that may use the virtual devices. */
  readonly deviceOrigins?: readonly string[];
};

/** What the guard looks at. */
export type GuardedRequest = {
  readonly method: string;
  readonly url: string;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
};

export type GuardRefusal = { readonly status: 401 | 403 | 415; readonly message: string };

/**
 * Why a request must not reach the control API, if so. Any web page that a cashier has open can post to 127.0.0.1: its
 * name gives it away, its `Origin` does, or that it cannot set the content type.
 */
export const refuseRequest = (request: GuardedRequest, guard: Guard): GuardRefusal | undefined => {
  const { origin, hostname } = new URL(request.url);
  if (!isAllowedHost(hostname, guard)) {
    return { status: 403, message: `控制接口不接受主机名 ${hostname}，请用本机地址或启动时指定的主机名` };
  }
  const from = request.header('origin');
  if (from !== undefined && from !== origin) return { status: 403, message: '控制接口不接受其他网页发来的请求' };
  if (guard.token !== undefined && !bears(request.header('authorization'), guard.token)) {
    return { status: 401, message: '控制接口需要口令：请带请求头 Authorization: Bearer 口令，口令见启动时的输出' };
  }
  return isWrongType(request) ? { status: 415, message: WRONG_TYPE } : undefined;
};

const WRONG_TYPE = '控制接口只收 JSON：请带请求头 Content-Type: application/json（目录和医院的账也可用 text/csv）';

const bears = (authorization: string | undefined, token: string): boolean =>
  sameText(/^Bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? '', token);

/** A body must say that it is JSON, or CSV for a catalogue and a HIS's book. No body needs no type. */
const isWrongType = ({ method, url, header }: GuardedRequest): boolean => {
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return false;
  const type = header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined) return hasBody(header);
  if (type === 'text/csv') return !TAKE_CSV.some((path) => new URL(url).pathname.endsWith(path));
  return type !== 'application/json';
};

const TAKE_CSV = ['/catalogue', '/verdict/his-book'];

const hasBody = (header: GuardedRequest['header']): boolean =>
  header('transfer-encoding') !== undefined || (header('content-length') ?? '0') !== '0';
