import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import { serve, TIMEOUTS, type Served, type ServeOptions } from '../../../src/platform/http/serve.ts';
import { openSandbox, type Sandbox } from '../../../src/platform/sandbox.ts';
import { DICTIONARY, ENVELOPE, jsonOf } from './counter.ts';
import { rawClient, statusesOf } from './raw-client.ts';

let sandbox: Sandbox | undefined;
const natives = { Request, Response };
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(async () => {
  await sandbox?.close();
  // The server library puts its own classes in the place of these, for all tests of the process.
  Object.assign(globalThis, natives);
});

/** A server for one test. */
const served = async (options: Partial<ServeOptions> = {}): Promise<Served> => {
  must(sandbox, 'the sandbox is open');
  const server = await serve(sandbox, { host: '127.0.0.1', port: 0, ...options });
  onTestFinished(() => server.close());
  return server;
};

const MESSAGE = JSON.stringify({ ...ENVELOPE, ...DICTIONARY });
const post = (body: string, headers = 'Host: localhost\r\n'): string =>
  `POST /fsi/api/1901 HTTP/1.1\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const MEBIBYTE = 1_048_576;
const PIECE = new Uint8Array(MEBIBYTE).fill(0x20);

describe('the server', () => {
  it('answers at its address', async () => {
    const { url } = await served();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await jsonOf(await fetch(`${url}/healthz`))).toMatchObject({ ok: true });
    const response = await fetch(`${url}/fsi/api/1901`, { method: 'POST', body: MESSAGE });
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(response.headers.get('x-kuasheng-trace')).toMatch(/^T\d{10}$/);
    expect(await jsonOf(response)).toMatchObject({ infcode: 0 });
  });

  it('keeps connections for pooled clients, and says for how long', async () => {
    const client = await rawClient((await served()).url);
    await client.write(post(MESSAGE));
    await expect.poll(() => statusesOf(client.received())).toEqual([200]);
    await client.write(post(MESSAGE));
    await expect.poll(() => statusesOf(client.received())).toEqual([200, 200]);
    expect(client.received()).toContain('Keep-Alive: timeout=75');
    expect(TIMEOUTS).toEqual({ keepAlive: 75_000, headers: 80_000, request: 120_000 });
  });

  it('takes chunked bodies, bodies of clients without a Host, and those that ask before they send', async () => {
    const client = await rawClient((await served()).url);
    const size = Buffer.byteLength(MESSAGE).toString(16);
    await client.write(
      `POST /CSB HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${size}\r\n${MESSAGE}\r\n0\r\n\r\n`,
    );
    await expect.poll(() => statusesOf(client.received())).toEqual([200]);
    await client.write(post(MESSAGE, ''));
    await expect.poll(() => statusesOf(client.received())).toEqual([200, 200]);
    await client.write(post('', 'Host: x\r\nExpect: 100-continue\r\n'));
    await expect.poll(() => statusesOf(client.received())).toEqual([200, 200, 100, 200]);
  });

  it('refuses a body that is declared too large, and the connection lives on', async () => {
    const client = await rawClient((await served()).url);
    await client.write(`POST /fsi/api/1901 HTTP/1.1\r\nHost: x\r\nContent-Length: ${65 * MEBIBYTE}\r\n\r\n`);
    await expect.poll(() => statusesOf(client.received())).toEqual([413]);
    expect(client.received()).toContain('最多 64 MiB');
    for (let sent = 0; sent < 65; sent += 1) await client.write(PIECE);
    await client.write(post(MESSAGE));
    await expect.poll(() => statusesOf(client.received()), { timeout: 10_000 }).toEqual([413, 200]);
    expect(client.problem()).toBeUndefined();
  });

  it('refuses a body that turns out too large, to a client that writes all of it before it reads', async () => {
    const client = await rawClient((await served()).url);
    client.socket.pause();
    await client.write('POST /fsi/api/1901 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 70; sent += 1) {
      await client.write(`${MEBIBYTE.toString(16)}\r\n`);
      await client.write(PIECE);
      await client.write('\r\n');
    }
    await client.write('0\r\n\r\n');
    client.socket.resume();
    await expect.poll(() => statusesOf(client.received()), { timeout: 10_000 }).toEqual([413]);
    await client.write(post(MESSAGE));
    await expect.poll(() => statusesOf(client.received())).toEqual([413, 200]);
    expect(client.problem()).toBeUndefined();
  }, 20_000);

  it('does not wait for ever for headers, for a body, or for another request', async () => {
    const { url } = await served({ timeouts: { keepAlive: 50, headers: 100, request: 200 } });
    const silent = await rawClient(url);
    await silent.write('POST /fsi/api/1901 HTTP/1.1\r\nHost: x\r\n');
    const halfway = await rawClient(url);
    await halfway.write('POST /fsi/api/1901 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"infno"');
    const idle = await rawClient(url);
    await idle.write(post(MESSAGE));
    await expect.poll(() => statusesOf(silent.received()), { timeout: 5_000 }).toEqual([408]);
    await expect.poll(() => statusesOf(halfway.received()), { timeout: 5_000 }).toEqual([408]);
    await expect.poll(() => idle.isEnded(), { timeout: 5_000 }).toBe(true);
    expect(statusesOf(idle.received())).toEqual([200]);
  });

  it('says in Chinese that its port is taken', async () => {
    const { url } = await served();
    await expect(served({ port: Number(new URL(url).port) })).rejects.toThrow(/端口 \d+ 已被占用/);
  });

  it('lets a request that is under way finish before it ends', async () => {
    const server = await served();
    const client = await rawClient(server.url);
    const [head = '', body = ''] = post(MESSAGE).split('\r\n\r\n');
    await client.write(`${head}\r\n\r\n${body.slice(0, 20)}`);
    await fetch(`${server.url}/healthz`);
    const ended = server.close();
    await client.write(body.slice(20));
    await ended;
    await expect.poll(() => statusesOf(client.received())).toEqual([200]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('does not wait for who has sent no request: the next connection of a client that aborted its last', async () => {
    const server = await served();
    const [, begun, idle] = await Promise.all([1, 2, 3].map(() => rawClient(server.url)));
    await begun?.write('POST /fsi/api/1901 HTTP/1.1\r\nHost: x\r\n');
    await idle?.write(post(MESSAGE));
    await expect.poll(() => statusesOf(idle?.received() ?? '')).toEqual([200]);
    const late = new Promise((resolve) => setTimeout(() => resolve('late'), 3_000));
    expect(await Promise.race([server.close().then(() => 'ended'), late])).toBe('ended');
  });
});

describe('the token of the control API', () => {
  it('is not asked for on loopback, unless one was set', async () => {
    expect((await served()).token).toBeUndefined();
    const { url } = await served({ token: 'k3u9sh' });
    expect((await fetch(`${url}/_sandbox/personas`)).status).toBe(401);
  });

  it('is made and told where the server listens at an address that others may reach', async () => {
    const told: string[] = [];
    // Still this machine, but not by a name that is known to be loopback.
    const { url, token } = await served({ host: '127.1', tell: (line) => told.push(line) });
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(told).toEqual([expect.stringContaining(token ?? '')]);
    const headers = { authorization: `Bearer ${token ?? ''}` };
    expect((await fetch(`${url}/_sandbox/personas`)).status).toBe(401);
    expect((await fetch(`${url}/_sandbox/personas`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const message = { method: 'POST', body: MESSAGE };
    expect((await fetch(`${url}/fsi/api/1901`, message)).status).toBe(200);
  });
});
