import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Context } from 'hono';

/** The connection of a request: Node's own response and socket. */
export type Connection = { readonly outgoing: ServerResponse; readonly socket: Socket };

type Bindings = { readonly incoming?: IncomingMessage; readonly outgoing?: ServerResponse } | undefined;

/** Absent where a request came without a socket, as in a test of the app alone. */
export const connectionOf = (c: Context): Connection | undefined => {
  const { incoming, outgoing } = (c.env as Bindings) ?? {};
  return incoming && outgoing ? { outgoing, socket: incoming.socket } : undefined;
};
