import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Wire } from '../../../../kernel/fault/effect.ts';
import type { Leaving } from '../door-answer.ts';
import type { Connection } from './connection.ts';
import { endConnection } from './end-connection.ts';

/** Writes an answer to the connection as a fault says. */
export const perform = (connection: Connection, leaving: Leaving, effect: Wire): void => {
  const body = typeof leaving.body === 'string' ? Buffer.from(leaving.body) : leaving.body;
  switch (effect.do) {
    case 'lose':
      return endConnection(connection.socket, effect.how, effect.ms);
    case 'cut':
      return cut(connection, leaving, body, effect);
    case 'drip':
      return drip(connection, head(connection.outgoing, leaving, body.length), body, effect);
    case 'twice':
      return twice(connection, leaving, body);
    case 'close-after':
      connection.outgoing.once('finish', () => endConnection(connection.socket, effect.how, settled(effect)));
      return whole(connection, leaving, body);
    case 'type':
    case 'stash':
    case 'after-next':
      return whole(connection, leaving, body);
  }
};

const head = (outgoing: ServerResponse, { status, headers }: Leaving, length: number): ServerResponse =>
  outgoing.writeHead(status, { ...headers, 'content-length': length });

const whole = ({ outgoing }: Connection, leaving: Leaving, body: Uint8Array): void => {
  head(outgoing, leaving, body.length).end(body);
};

type Cut = Extract<Wire, { do: 'cut' }>;

/** Part of the body: under a length that says more, or in chunks that never end. */
const cut = ({ outgoing, socket }: Connection, leaving: Leaving, body: Uint8Array, { at, chunked, how }: Cut): void => {
  const part = body.subarray(0, Math.max(1, Math.floor(body.length * at)));
  if (chunked) outgoing.writeHead(leaving.status, { ...leaving.headers, 'transfer-encoding': 'chunked' });
  else head(outgoing, leaving, body.length);
  // A reset throws away what the other side has not read yet: it waits until that is with its kernel.
  outgoing.write(part, () => setTimeout(() => endConnection(socket, how), SETTLING));
};

/** All of the answer is to arrive before the reset. */
const settled = ({ how, ms }: Extract<Wire, { do: 'close-after' }>): number =>
  how === 'rst' ? Math.max(ms, SETTLING) : ms;

/** Milliseconds in which what was written reaches the other side. */
const SETTLING = 20;

type Drip = Extract<Wire, { do: 'drip' }>;

const drip = ({ socket }: Connection, outgoing: ServerResponse, body: Uint8Array, { bytes, gapMs }: Drip): void => {
  socket.setNoDelay(true);
  const next = (from: number): void => {
    if (socket.destroyed) return;
    if (from >= body.length) {
      outgoing.end();
      return;
    }
    outgoing.write(body.subarray(from, from + bytes));
    setTimeout(() => next(from + bytes), gapMs);
  };
  next(0);
};

/** The same answer once more on the same connection, as a gateway does that sends twice. */
const twice = ({ outgoing, socket }: Connection, leaving: Leaving, body: Uint8Array): void => {
  outgoing.once('finish', () => socket.write(Buffer.concat([Buffer.from(headText(leaving, body.length)), body])));
  head(outgoing, leaving, body.length).end(body);
};

const headText = ({ status, headers }: Leaving, length: number): string =>
  [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${length}`,
    '\r\n',
  ].join('\r\n');
