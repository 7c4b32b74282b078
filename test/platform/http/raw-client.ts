import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A client that writes what it likes and reads what comes. */
export type RawClient = {
  readonly socket: Socket;
  /** Writes, and waits until the system has taken it. */
  readonly write: (data: string | Uint8Array) => Promise<void>;
  /** Everything that came so far. */
  readonly received: () => string;
  readonly bytes: () => Buffer;
  /** True when the server has ended the connection. */
  readonly isEnded: () => boolean;
  readonly problem: () => Error | undefined;
};

/** Connects to a server; the connection goes with the test. */
export const rawClient = (url: string): Promise<RawClient> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const pieces: Buffer[] = [];
  const bytes = () => Buffer.concat(pieces);
  let ended = false;
  let problem: Error | undefined;
  socket.on('data', (data) => pieces.push(data));
  socket.on('end', () => (ended = true));
  socket.on('error', (error) => (problem = error));
  onTestFinished(() => void socket.destroy());
  const client: RawClient = {
    socket,
    write: (data) =>
      new Promise((resolve) => {
        if (socket.write(data)) resolve();
        else socket.once('drain', resolve);
      }),
    received: () => bytes().toString('utf8'),
    bytes,
    isEnded: () => ended,
    problem: () => problem,
  };
  return new Promise((resolve) => socket.once('connect', () => resolve(client)));
};

/** Status codes of the answers in what came. */
export const statusesOf = (received: string): number[] =>
  [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
