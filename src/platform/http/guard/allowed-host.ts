/** Where the control API may be addressed. */
export type Hosts = {
  /** The address that the server listens on. */
  readonly bound: string;
  /** Further names of this machine, as configured. */
  readonly names: readonly string[];
};

/** True for names that always mean this very machine. Takes `[::1]` with and without its brackets. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

const WILDCARDS = new Set(['0.0.0.0', '::', '[::]']);

/**
 * Whether a request may be addressed to this host name. A web page elsewhere can have its own name lead to 127.0.0.1
 * (DNS rebinding), and its requests then carry that name: only loopback, the bound address and configured names pass.
 * A server that listens everywhere takes any bare address as well, because a page's name is never one.
 */
export const isAllowedHost = (hostname: string, { bound, names }: Hosts): boolean => {
  const host = hostname.toLowerCase();
  if (isLoopback(host) || [bound, ...names].some((name) => bare(name) === bare(host))) return true;
  return WILDCARDS.has(bound) && isAddress(host);
};

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '');

const isAddress = (host: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
