/** Errors of a connection that never stood, in words. */
const CONNECTING: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', '连接被拒绝'],
  ['ENOTFOUND', '域名不存在'],
  ['EAI_AGAIN', '域名解析失败'],
  ['EHOSTUNREACH', '主机不可达'],
  ['ENETUNREACH', '网络不可达'],
]);

/** Errors that can come before the first byte only. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', '建立连接超时'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', '证书不受信任'],
  ['SELF_SIGNED_CERT_IN_CHAIN', '证书不受信任'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '证书不受信任'],
  ['CERT_HAS_EXPIRED', '证书已过期'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', '证书与域名不符'],
]);

type Failure = {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
};

const named = ({ code, syscall }: Failure): string | undefined => {
  if (typeof code !== 'string') return undefined;
  const connecting = syscall === 'connect' || syscall === 'getaddrinfo';
  return BEFORE.get(code) ?? (connecting ? CONNECTING.get(code) : undefined);
};

/**
 * Why a request cannot have arrived: no connection came about. Undefined for every other failure: the message may have
 * been taken before it.
 */
export const whyUnreached = (failure: unknown): string | undefined => {
  if (typeof failure !== 'object' || failure === null) return undefined;
  const { cause, errors } = failure as Failure;
  // Each address of a name was tried: all of them must have failed so.
  if (Array.isArray(errors) && errors.length > 0) {
    const whys = errors.map(whyUnreached);
    return whys.every((why) => why !== undefined) ? whys[0] : undefined;
  }
  return named(failure) ?? whyUnreached(cause);
};
