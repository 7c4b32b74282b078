import { afterEach, describe, expect, it } from 'vitest';
import { connect, type Message } from './socket-client.ts';
import { OTHER, QIN, windowServer } from './window-server.ts';

const server = windowServer({ deviceOrigins: ['https://his.example'] });
const at = (path: string) => `${server.url()}${path}`;

afterEach(() => {
  expect(server.defects).toEqual([]);
});

describe('a reader over WebSocket', () => {
  it('says hello, tells what happens as it happens, and reads the card that is in', async () => {
    const id = await server.reader('hello-1');
    const client = await connect(at(`/devices/${id}?client=收费一号窗`));
    expect(await client.next(({ type }) => type === 'hello')).toMatchObject({ devices: [{ id, media: [] }] });
    await server.insert(id);
    expect(await client.event('inserted')).toMatchObject({
      v: 1,
      device: id,
      at: '2026-09-01 10:00:00',
      data: { medium: 'card' },
    });
    const reply = await client.command('read-card');
    expect(reply).toMatchObject({ ok: true, device: id });
    const { items, text } = reply['data'] as { items: string[]; text: string };
    expect(items).toHaveLength(11);
    expect(items.slice(0, 5)).toEqual([
      '610100',
      '619900197605160019',
      'K99000001',
      '610100D15600000500FFFF0000000001',
      '秦双慢',
    ]);
    expect(text).toBe(`${items.join('|')}|`);
    await server.control('POST', `/devices/${id}/remove`, {});
    await client.event('removed');
    expect(await client.command('read-card')).toMatchObject({ ok: false, code: -2, error: 'no-card' });
    const names = client.heard.flatMap((message) => (message['type'] === 'event' ? [message['event']] : []));
    expect(names).toEqual(['inserted', 'read-started', 'read-finished', 'removed', 'read-started', 'read-failed']);
    await server.control('DELETE', `/devices/${id}`);
  });

  it('tells events without a word about whose card it is', async () => {
    const id = await server.reader('silent-1');
    const all = await connect(at('/devices'));
    await server.insert(id);
    const reader = await connect(at(`/devices/${id}`));
    await reader.command('read-card');
    await all.event('read-finished');
    const told = JSON.stringify(all.heard);
    for (const secret of ['619900197605160019', 'K99000001', '秦双慢']) expect(told).not.toContain(secret);
    await server.control('DELETE', `/devices/${id}`);
  });

  it('asks for the PIN at the keypad; the PIN is in nothing that anybody is told', async () => {
    const id = await server.reader('pin-1');
    const client = await connect(at(`/devices/${id}`));
    await server.insert(id);
    const wrong = client.command('verify-pin');
    await client.event('pin-requested');
    await server.control('POST', `/devices/${id}/pin`, { pin: '424242' });
    expect(await wrong).toMatchObject({ code: -51, error: 'pin-wrong', triesLeft: 2 });
    const right = client.command('verify-pin');
    await expect.poll(() => client.heard.filter((message) => message['event'] === 'pin-requested').length).toBe(2);
    await server.control('POST', `/devices/${id}/pin`, { pin: '888888' });
    expect(await right).toMatchObject({ ok: true });
    const bodies = await (await fetch(at('/_sandbox/journal/bodies?text=424242'))).text();
    expect(bodies).toContain('"hits":0');
    const events = await (await fetch(at(`/devices/${id}/events?after=0`))).text();
    const state = JSON.stringify((await server.control('GET', `/devices/${id}`)).json);
    for (const told of [JSON.stringify(client.heard), events, state]) {
      expect(told).not.toContain('424242');
      expect(told).not.toContain('888888');
    }
    await server.control('DELETE', `/devices/${id}`);
  });

  it('is for one client alone while it is open: the second is told who has it', async () => {
    const id = await server.reader('busy-1');
    await server.insert(id);
    const [first, second] = [
      await connect(at(`/devices/${id}?client=一号窗`)),
      await connect(at(`/devices/${id}?client=二号窗`)),
    ];
    await first.command('open');
    expect(await second.command('read-card')).toMatchObject({
      ok: false,
      error: 'busy',
      holder: '一号窗',
      message: '读卡器正被占用：一号窗',
    });
    expect(await second.command('open')).toMatchObject({ error: 'busy', holder: '一号窗' });
    expect(await first.command('read-card')).toMatchObject({ ok: true });
    await first.command('close');
    expect(await second.command('read-card')).toMatchObject({ ok: true });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('is free again when its client goes away in the middle of a read', async () => {
    const id = await server.reader('cut-1');
    await server.insert(id);
    const first = await connect(at(`/devices/${id}?client=一号窗`));
    await first.command('open');
    void first.command('verify-pin');
    await first.event('pin-requested');
    const second = await connect(at(`/devices/${id}?client=二号窗`));
    first.cut();
    await second.event('closed');
    expect(await second.command('read-card')).toMatchObject({ ok: true });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('answers late under the number of the old command', async () => {
    const id = await server.reader('late-1');
    await server.insert(id);
    await server.control('POST', '/devices/faults', {
      kind: 'late-answer',
      when: { device: id, command: 'read-card' },
      with: { ms: 400 },
      count: 1,
    });
    const client = await connect(at(`/devices/${id}`));
    client.send({ v: 1, id: 'old', command: 'read-card', timeout: 100 });
    expect(await client.next(({ id: of }) => of === 'old')).toMatchObject({ error: 'timed-out' });
    client.send({ v: 1, id: 'new', command: 'read-card-number' });
    expect(await client.next(({ id: of }) => of === 'new')).toMatchObject({ ok: true });
    expect(await client.next(({ late }) => late === true)).toMatchObject({ id: 'old', ok: true });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('of another workspace is another one', async () => {
    await server.control('POST', '/workspaces', { name: 'team-b' });
    const theirs = await connect(at('/w/team-b/devices/reader-1'));
    const mine = await connect(at('/devices/reader-1'));
    await server.control('POST', '/devices/reader-1/insert', { card: QIN }, '/w/team-b');
    await theirs.event('inserted');
    expect(mine.heard.map((message: Message) => message['type'])).toEqual(['hello']);
    await server.control('DELETE', '/workspaces/team-b');
    expect(await theirs.closed).toBe(1012);
  });

  it('is cut off by a restart of its service, and has to be opened again', async () => {
    const id = await server.reader('restart-1');
    const client = await connect(at(`/devices/${id}`));
    await client.command('open');
    await server.control('POST', '/devices/restart');
    expect(await client.closed).toBe(1012);
    const again = await connect(at(`/devices/${id}`));
    expect(await again.command('read-card')).toMatchObject({ error: 'no-card' });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('takes commands for any device on one connection', async () => {
    const id = await server.reader('any-1');
    const all = await connect(at('/devices'));
    expect(await all.command('status', {}, { device: id })).toMatchObject({ ok: true, data: { id } });
    expect(await all.command('status')).toMatchObject({
      error: 'bad-message',
      message: expect.stringContaining('device') as string,
    });
    expect(await all.command('status', {}, { device: 'no-such' })).toMatchObject({ error: 'unknown-device' });
    await server.insert(id, OTHER);
    expect(await all.command('read-card', {}, { device: id })).toMatchObject({ ok: true });
    await server.control('DELETE', `/devices/${id}`);
  });
});

describe('the doorkeeper of the sockets', () => {
  const asPage = (origin: string) => connect(at('/devices/reader-1'), { origin });

  it('lets in programs, pages of this machine and pages that were allowed, and no other page', async () => {
    await expect(connect(at('/devices/reader-1'))).resolves.toBeDefined();
    await expect(asPage('http://localhost:3000')).resolves.toBeDefined();
    await expect(asPage('https://his.example')).resolves.toBeDefined();
    await expect(asPage('https://evil.example')).rejects.toThrow('403');
    await expect(asPage('https://localhost.evil.example')).rejects.toThrow('403');
    await expect(asPage('null')).rejects.toThrow('403');
  });

  it('does not take a name that leads here from elsewhere', async () => {
    const host = { headers: { host: 'rebound.example' } };
    await expect(connect(at('/devices/reader-1'), host)).rejects.toThrow('403');
  });

  it('knows no other address', async () => {
    await expect(connect(at('/devices/no-such'))).rejects.toThrow('404');
    await expect(connect(at('/w/nobody/devices'))).rejects.toThrow('404');
    await expect(connect(at('/fsi/api/1101'))).rejects.toThrow('404');
  });

  it('ends a connection whose message is too large', async () => {
    const client = await connect(at('/devices/reader-1'));
    client.send({ v: 1, id: 'x'.repeat(70_000), command: 'status' });
    expect(await client.closed).toBe(1009);
  });

  it('answers what is no command in words', async () => {
    const client = await connect(at('/devices/reader-1'));
    client.sendBytes(Buffer.from('not json'));
    expect(await client.next(({ type }) => type === 'reply')).toMatchObject({ error: 'bad-message', id: '-' });
    client.send({ v: 1, id: '7', command: 'fly' });
    expect(await client.next(({ id }) => id === '7')).toMatchObject({ error: 'bad-message' });
    client.send({ v: 1, id: '8', command: 'read-card', params: { mode: 'by-magic' } });
    expect(await client.next(({ id }) => id === '8')).toMatchObject({ error: 'bad-message' });
  });

  it('tells a client that floods it, and cuts it off when it goes on', async () => {
    const client = await connect(at('/devices/reader-1'));
    for (let n = 0; n < 250; n += 1) client.send({ v: 1, id: String(n), command: 'status' });
    expect(await client.next(({ error }) => error === 'too-fast')).toMatchObject({ message: '指令太密，请放慢' });
    for (let n = 0; n < 400; n += 1) client.send({ v: 1, id: String(n), command: 'status' });
    expect(await client.closed).toBe(1008);
  });
});
