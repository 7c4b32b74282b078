import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';

export type Message = Readonly<Record<string, unknown>>;

/** A client as small as it can be: it keeps what came and sends JSON. */
export type SocketClient = {
  readonly heard: Message[];
  readonly raw: Buffer[];
  /** Waits for a message that fits, those that came already included. */
  readonly next: (fits: (message: Message) => boolean) => Promise<Message>;
  readonly event: (name: string) => Promise<Message>;
  readonly send: (message: unknown) => void;
  readonly sendBytes: (bytes: Buffer) => void;
  /** Gives a command of the neutral protocol and waits for its reply. */
  readonly command: (command: string, params?: object, more?: object) => Promise<Message>;
  readonly cut: () => void;
  /** Code with which it was closed. */
  readonly closed: Promise<number>;
};

let ids = 0;

/** Connects; rejects with the status of a refusal. */
export const connect = (url: string, options: ClientOptions = {}): Promise<SocketClient> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), options);
    onTestFinished(() => socket.terminate());
    const heard: Message[] = [];
    const raw: Buffer[] = [];
    const wakers = new Set<() => void>();
    socket.on('message', (data) => {
      raw.push(data as Buffer);
      try {
        heard.push(JSON.parse((data as Buffer).toString('utf8')) as Message);
      } catch {
        heard.push({});
      }
      for (const wake of wakers) wake();
      wakers.clear();
    });
    socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
    socket.once('error', reject);
    const closed = new Promise<number>((settle) => socket.once('close', settle));
    const next: SocketClient['next'] = async (fits) => {
      for (;;) {
        const found = heard.find(fits);
        if (found) return found;
        await new Promise<void>((settle) => wakers.add(settle));
      }
    };
    const client: SocketClient = {
      heard,
      raw,
      next,
      event: (name) => next((message) => message['event'] === name),
      send: (message) => socket.send(JSON.stringify(message)),
      sendBytes: (bytes) => socket.send(bytes),
      command: (command, params = {}, more = {}) => {
        ids += 1;
        const id = String(ids);
        socket.send(JSON.stringify({ v: 1, id, command, params, ...more }));
        return next((message) => message['type'] === 'reply' && message['id'] === id);
      },
      cut: () => socket.terminate(),
      closed,
    };
    socket.once('open', () => resolve(client));
  });
