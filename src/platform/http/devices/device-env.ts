import type { Context } from 'hono';
import type { Workspace } from '../../sandbox.ts';

/** What a handler of the devices is given: the workspace that the path names, or the default one. */
export type DeviceEnv = { Variables: { workspace: Workspace } };
export type DeviceContext = Context<DeviceEnv>;

/**
 * The name under which a client without a connection is known from one request to the next: a header, percent-encoded
 * where it is not plain ASCII, or `?client=` as with a connection.
 */
export const clientOf = (c: DeviceContext): string | undefined => {
  const name = c.req.header('x-kuasheng-client');
  if (name === undefined) return c.req.query('client')?.slice(0, 60);
  try {
    return decodeURIComponent(name).slice(0, 60);
  } catch {
    return name.slice(0, 60);
  }
};

/** A page cannot send this type without asking first, and is then known by its origin. */
export const isJson = (c: DeviceContext): boolean => /^application\/json\b/i.test(c.req.header('content-type') ?? '');
export const WRONG_TYPE = '读卡器接口只收 JSON：请带请求头 Content-Type: application/json';
