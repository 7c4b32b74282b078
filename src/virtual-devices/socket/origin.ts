/** True for a host name that always means this machine. */
const isThisMachine = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);

/**
 * Whether a connection with that `Origin` may use devices. A web page elsewhere must not read cards: it always says
 * whence it comes. Programs say nothing and pass; so do pages of this machine, and those that were allowed by name.
 */
export const isAllowedOrigin = (origin: string | undefined, allowed: readonly string[]): boolean => {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && isThisMachine(new URL(origin).hostname);
};
