import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../../../../src/platform/http/listening.ts';
import { runningServer } from '../../../cli/running-server.ts';
import { play, problemsOf, scenarioOf } from './playing.ts';

type Seen = { readonly method: string; readonly path: string; readonly body: string; readonly fault: string };

/** In front of a sandbox: takes faults by the contract, and loses answers of messages that ask for it by header. */
const faultyFront = (target: () => string) => {
  const seen: Seen[] = [];
  let server: Server | undefined;
  let base = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [body, path, method] = [Buffer.concat(chunks).toString(), request.url ?? '', request.method ?? ''];
    const fault = String(request.headers['x-kuasheng-fault'] ?? '');
    seen.push({ method, path, body, fault });
    if (path.includes('/_sandbox/faults')) {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ fault: { id: 'f1', kind: 'delay' } }));
      return;
    }
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(target() + path, { method, headers, ...(method !== 'GET' && { body }) });
    const text = await sent.text();
    if (fault.startsWith('answer-lost;how=rst')) request.socket.resetAndDestroy();
    else if (!fault.startsWith('answer-lost;how=hold')) response.writeHead(sent.status, headers).end(text);
  };
  beforeAll(async () => {
    server = createServer((request, response) => void answer(request, response));
    base = `http://127.0.0.1:${await listening(server, '127.0.0.1', 0)}`;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return { base: () => base, seen };
};

const PAID = `  - call: 2201
  - call: 2203
  - call: 2204
    input: { feedetail: [{ med_list_codg: XC08CAA321A001010199001, cnt: 2, pric: 3.20 }] }
`;

describe('faults', () => {
  const sandbox = runningServer();
  const front = faultyFront(sandbox.url);

  it('are armed and disarmed as the file says them, numbers as they are written', async () => {
    const steps = `  - fault: { kind: delay, when: { infno: ['2207'] }, with: { ms: 500 }, count: 1 }
    save: slow
  - fault: { remove: '\${slow.id}' }
  - fault: clear
`;
    front.seen.length = 0;
    expect(problemsOf(await play(front.base(), scenarioOf(steps)))).toEqual([]);
    expect(
      front.seen
        .filter(({ path }) => path.includes('faults'))
        .map((one) => [one.method, one.path.slice(-10), one.body]),
    ).toEqual([
      ['POST', 'box/faults', '{"kind":"delay","when":{"infno":["2207"]},"with":{"ms":500},"count":1}'],
      ['DELETE', '/faults/f1', ''],
      ['DELETE', 'box/faults', ''],
    ]);
  });

  it('of one message: its answer is lost, and the same message again gets the answer that there was', async () => {
    const steps = `${PAID}  - call: 2207
    fault: answer-lost;how=rst
    save: lost
    expect: { lost: true }
  - call: 2207
    repeats: lost
  - call: 2207
    save: twice
    expect: { refused: 请勿重复结算 }
`;
    front.seen.length = 0;
    expect(problemsOf(await play(front.base(), scenarioOf(steps)))).toEqual([]);
    expect(front.seen.filter(({ path }) => path.endsWith('2207')).map(({ fault }) => fault)).toEqual([
      'answer-lost;how=rst',
      '',
      '',
    ]);
  });

  it('are waited for as long as the file says', async () => {
    const held = (expectation: string) =>
      scenarioOf(`  - call: 1101\n    fault: answer-lost;how=hold\n    timeout: 100ms\n${expectation}`);
    expect(problemsOf(await play(front.base(), held('    expect: { lost: true }\n')))).toEqual([]);
    expect(problemsOf(await play(front.base(), held('')))).toEqual(['没有收到应答（等了 100 毫秒）']);
  });

  it('that the file expects and that do not come are told', async () => {
    const result = await play(front.base(), scenarioOf('  - call: 1101\n    expect: { lost: true }\n'));
    expect(problemsOf(result)).toEqual(['应收不到应答，却收到了']);
  });
});
