import type { HttpRequest } from './http-call.ts';

/** One workspace of a running sandbox, as whoever speaks HTTP to it knows it. */
export type Address = {
  /** Address of the server without a slash at the end: `http://127.0.0.1:8686`. */
  readonly base: string;
  readonly workspace: string;
  /** Token of the control API. */
  readonly token?: string;
};

/** Address of the workspace's doors. */
export const doorsOf = ({ base, workspace }: Address): string => `${base}/w/${workspace}`;

export const authorization = ({ token }: Address): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** A request to the control API; the body is JSON text already. */
export const controlRequest = (address: Address, method: string, body?: string): HttpRequest => ({
  method,
  headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...authorization(address) },
  ...(body !== undefined && { body }),
});
