import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pulledResponse } from '../../../../../src/platform/http/control/journal/pulled.ts';
import { serve, type Served } from '../../../../../src/platform/http/serve.ts';
import { openSandbox, type Sandbox } from '../../../../../src/platform/sandbox.ts';

const serving = async (): Promise<{ sandbox: Sandbox; served: Served }> => {
  const sandbox = await openSandbox();
  const served = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => sandbox.close());
  return { sandbox, served };
};

/** A client without a pool: what it opens is closed with it. Its first bytes have come. */
const connect = async ({ url }: Served) => {
  const texts: string[] = [];
  const request = get(`${url}/_sandbox/journal/live`, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8').on('data', (text: string) => texts.push(text));
  await expect.poll(() => texts).toHaveLength(1);
  return { leave: () => request.destroy(), said: () => texts.join('') };
};

describe('over a socket', () => {
  it('a client that goes away is forgotten', async () => {
    const { sandbox, served } = await serving();
    const client = await connect(served);
    const { followers } = sandbox.workspaceOf('').journal();
    expect(followers()).toBe(1);
    client.leave();
    await expect.poll(followers).toBe(0);
    await served.close();
  });

  it('a server that closes does not wait for whoever follows', async () => {
    const { served } = await serving();
    const client = await connect(served);
    const start = performance.now();
    await served.close();
    expect(performance.now() - start).toBeLessThan(5_000);
    await expect.poll(client.said).toContain('event: end');
  });
});

describe('a response that is made piece by piece', () => {
  it('asks for nothing more once the client is gone', async () => {
    let asked = 0;
    let isLeft = false;
    const next = () => {
      asked += 1;
      return Promise.resolve({ text: 'a line\n', last: false });
    };
    const response = pulledResponse('text/plain', next, () => (isLeft = true));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([isLeft, asked, before <= 3]).toEqual([true, before, true]);
  });

  it('tells a long step that the client is gone', async () => {
    const steps: boolean[] = [];
    const response = pulledResponse('text/plain', async (isGone) => {
      while (!isGone()) await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push(isGone());
      return { text: '', last: true };
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await response.body?.cancel();
    await expect.poll(() => steps).toEqual([true]);
  });
});
