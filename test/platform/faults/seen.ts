import type { RawClient } from '../http/raw-client.ts';

/** What a client has seen of an answer so far. */
export type Seen = {
  /** Heads of answers that came: 0, 1, or 2 where the answer came twice. */
  readonly heads: number;
  readonly status: number | undefined;
  readonly type: string | undefined;
  /** Of the first body: all that its head promises, less, or none of it. */
  readonly body: 'whole' | 'part' | 'none';
  readonly bytes: Buffer;
  /** How the server has ended the connection. */
  readonly end: 'open' | 'fin' | 'rst';
};

const BREAK = '\r\n\r\n';

export const seenOf = (client: RawClient): Seen => {
  const all = client.bytes();
  const at = all.indexOf(BREAK);
  const head = (at < 0 ? all : all.subarray(0, at)).toString('latin1');
  const rest = at < 0 ? Buffer.alloc(0) : all.subarray(at + BREAK.length);
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
  return {
    heads: all.toString('latin1').split('HTTP/1.1 ').length - 1,
    status: status === undefined ? undefined : Number(status),
    type: fieldOf(head, 'content-type'),
    ...bodyOf(head, rest),
    end: endOf(client),
  };
};

const endOf = (client: RawClient): Seen['end'] => {
  if ((client.problem() as NodeJS.ErrnoException | undefined)?.code === 'ECONNRESET') return 'rst';
  return client.isEnded() ? 'fin' : 'open';
};

const fieldOf = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim();

const bodyOf = (head: string, rest: Buffer): Pick<Seen, 'body' | 'bytes'> => {
  if (fieldOf(head, 'transfer-encoding') === 'chunked') {
    return { body: rest.length === 0 ? 'none' : rest.includes('\r\n0\r\n\r\n') ? 'whole' : 'part', bytes: rest };
  }
  const length = Number(fieldOf(head, 'content-length') ?? 0);
  const body = rest.length === 0 ? 'none' : rest.length < length ? 'part' : 'whole';
  return { body, bytes: rest.subarray(0, length) };
};
