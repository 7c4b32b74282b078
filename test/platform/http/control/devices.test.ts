import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxApp } from '../../../../src/platform/http/app.ts';
import { openSandbox } from '../../../../src/platform/sandbox.ts';
import { COMMAND_NAMES } from '../../../../src/virtual-devices/protocol/messages.ts';
import { openCounter } from '../counter.ts';

const counter = openCounter();
const QIN = 'xian-worker-hypertension-diabetes';

type Device = { device: Record<string, unknown> };
type Devices = { devices: Record<string, unknown>[] };

const control = <T = Record<string, unknown>>(method: string, path: string, body?: unknown, where = '/_sandbox') =>
  counter.control<T>(method, `${where}/devices${path}`, body);

afterEach(() => {
  expect(counter.defects).toEqual([]);
});

describe('the devices of a workspace', () => {
  it('are told with whose media are in them, and never with a PIN', async () => {
    const inserted = await control<Device>('POST', '/reader-1/insert', { card: QIN, condition: 'initial-pin' });
    expect(inserted).toMatchObject({
      status: 200,
      json: { device: { inside: { card: { person: QIN, condition: 'initial-pin', triesLeft: 3 } } } },
    });
    expect(JSON.stringify(inserted.json)).not.toContain('123456');
    expect((await control('POST', '/reader-1/remove', {})).status).toBe(200);
    expect((await control('POST', '/reader-1/remove', {})).status).toBe(409);
  });

  it('are made, changed and gone; wrong forms are refused in words', async () => {
    expect((await control('POST', '', { id: 'reader-9', kind: 'id-reader' })).status).toBe(201);
    expect((await control('POST', '', { id: 'reader-9' })).json).toEqual({ message: '设备 reader-9 已存在' });
    expect((await control('POST', '', { id: 'faults' })).json['message']).toContain('自用的词');
    expect((await control('POST', '', { id: 'Reader 9' })).status).toBe(422);
    expect((await control('POST', '', { id: 'reader-8', kind: 'toaster' })).json['message']).toContain('kind 应为');
    expect((await control<Device>('PATCH', '/reader-9', { name: '九号' })).json.device['name']).toBe('九号');
    expect((await control('PATCH', '/reader-9', { serial: 'x' })).status).toBe(422);
    expect((await control('DELETE', '/reader-9')).json).toEqual({ removed: 'reader-9' });
    expect((await control('GET', '/reader-9')).status).toBe(404);
    expect((await control('POST', '/swap', { a: 'reader-1', b: 'none' })).json['message']).toBe('没有设备 none');
    const itself = await control('POST', '/swap', { a: 'reader-1', b: 'reader-1' });
    expect([itself.status, itself.json['message']]).toEqual([422, 'a、b 应为两台不同的设备']);
    const pin = await control('POST', '/reader-1/pin', { digits: '1' });
    expect([pin.status, pin.json['message']]).toEqual([422, '内容 应为 {"pin": "数字"} 或 {"cancel": true}']);
    const nothing = await control('POST', '/reader-1/insert', { card: 1 });
    expect(nothing.json['message']).toContain('{"card": 人员, "condition": …}、{"id-card": 人员}');
    expect((await control('POST', '/reader-1/pin', { pin: 'abc' })).json['message']).toContain('pin 应为数字');
    expect((await control('POST', '/cards/renew', { person: 'nobody' })).status).toBe(404);
  });

  it('are explained: kinds, return codes, conditions, faults', async () => {
    for (const path of ['/kinds', '/codes', '/conditions', '/faults/kinds', '/faults', '/faults/firings', '/events']) {
      expect((await control('GET', path)).status, path).toBe(200);
    }
  });

  it('can be asked by a script as a client asks', async () => {
    const reply = await control('POST', '/reader-1/commands', { command: 'read-card' });
    expect(reply.json).toMatchObject({ type: 'reply', ok: false, code: -2 });
  });

  it('are another workspace’s own, as its people are', async () => {
    await counter.control('POST', '/_sandbox/workspaces', { name: 'team-d' });
    await control('POST', '/reader-1/insert', { card: QIN }, '/w/team-d/_sandbox');
    const mine = await control<Devices>('GET', '');
    expect(mine.json.devices[0]?.['inside']).toEqual({});
    await counter.control('DELETE', '/_sandbox/workspaces/team-d');
  });

  it('stay through a reset, with what is in them', async () => {
    await control('POST', '', { id: 'reader-7' });
    await control('POST', '/reader-7/insert', { card: QIN });
    await counter.control('POST', '/_sandbox/workspaces/default/reset');
    expect((await control<Device>('GET', '/reader-7')).json.device['media']).toEqual(['card']);
    await control('DELETE', '/reader-7');
  });

  it('are there again after a restart of the sandbox', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kuasheng-devices-'));
    const first = await openSandbox({ dataDir });
    await sandboxApp(first).request('/_sandbox/devices', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'reader-5', kind: 'card-reader', name: '五号窗', psam: 'none' }),
    });
    await first.close();
    const second = await openSandbox({ dataDir });
    const told = (await (await sandboxApp(second).request('/_sandbox/devices/reader-5')).json()) as Device;
    expect(told.device).toMatchObject({ name: '五号窗', kind: 'card-reader', psam: 'none', plugged: true });
    await second.close();
    rmSync(dataDir, { recursive: true });
  });

  it('answer whatever is sent, and never break', async () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.string(), command: fc.constantFrom(...COMMAND_NAMES), params: fc.jsonValue() }),
    );
    const paths = ['', '/reader-1/insert', '/reader-1/show', '/reader-1/pin', '/faults', '/swap', '/reader-1/commands'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, value) => {
        const body = typeof value === 'object' && value !== null ? { ...value, timeout: 50 } : value;
        const { status } = await control('POST', path, body);
        expect([200, 201, 400, 404, 409, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });
});
