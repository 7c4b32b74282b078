import type { RawData, WebSocket } from 'ws';
import type { Limits } from './limits.ts';
import { throttle } from './limits.ts';
import type { Protocol } from './line.ts';

const TOO_FAST = 1008;

/** Lets a protocol talk over a WebSocket, within limits. `wall` is the machine's time in ms. */
export const carry = (socket: WebSocket, protocol: Protocol, limits: Limits, wall: () => number): void => {
  const mayPass = throttle(limits);
  let refused = 0;
  const talk = protocol({
    say: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > limits.unread) return socket.terminate();
      socket.send(message);
    },
    end: (code, reason) => socket.close(code, reason),
  });
  socket.on('message', (data, isBinary) => {
    if (mayPass(wall())) return talk.heard(bytesOf(data), isBinary);
    refused += 1;
    talk.tooFast?.();
    // Who goes on regardless is cut off.
    if (refused > limits.atOnce) socket.close(TOO_FAST, 'too many messages');
    return undefined;
  });
  const alive = watch(socket, limits.heartbeat);
  socket.once('close', () => {
    clearInterval(alive);
    talk.over();
  });
  // A broken frame, or one that is too large, ends the connection by itself; the close follows.
  socket.on('error', () => undefined);
};

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
};

/** A client that gives no sign of life from one heartbeat to the next has gone without a word. */
const watch = (socket: WebSocket, ms: number): ReturnType<typeof setInterval> => {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, ms);
  timer.unref();
  return timer;
};

/** As the close of a connection names a restart of the service. */
export const RESTARTED = 1012;
