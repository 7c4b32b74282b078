import { describe, expect, it } from 'vitest';
import { sandboxApp } from '../../../../src/platform/http/app.ts';
import { openCounter } from '../counter.ts';

const counter = openCounter();

const json = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

describe('the control API', () => {
  it('tells that the sandbox is well, to whoever asks', async () => {
    const guarded = sandboxApp(counter.sandbox(), { bound: '0.0.0.0', names: [], token: 'k3u9sh' });
    const response = await guarded.request('http://anything.example/healthz');
    expect(await response.json()).toMatchObject({
      ok: true,
      version: expect.stringMatching(/^\d+\./) as string,
      workspaces: 1,
    });
  });

  it('is guarded, under every path', async () => {
    const guarded = sandboxApp(counter.sandbox(), { bound: '127.0.0.1', names: [], token: 'k3u9sh' });
    for (const path of ['/_sandbox/personas', '/w/default/_sandbox/personas', '/_sandbox/nothing']) {
      expect((await guarded.request(path)).status).toBe(401);
      expect((await guarded.request(`http://evil.example${path}`)).status).toBe(403);
      expect((await guarded.request(path, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    }
    const headers = { authorization: 'Bearer k3u9sh' };
    expect((await guarded.request('/w/default/_sandbox/personas', { headers })).status).toBe(200);
  });

  it('does not know every path, and no workspace that is not there', async () => {
    expect(await counter.control('GET', '/_sandbox/nothing')).toEqual({
      status: 404,
      json: { message: '控制接口没有 GET /_sandbox/nothing' },
    });
    expect(await counter.control('GET', '/w/nobody/_sandbox/personas')).toEqual({
      status: 404,
      json: { message: '没有工作区 nobody' },
    });
  });

  it('never takes what is posted to it for a message', async () => {
    expect((await counter.post('/_sandbox/1901', { infno: '1901', input: {} })).status).toBe(404);
  });

  it('says what is wrong with a body', async () => {
    const path = '/_sandbox/institutions';
    expect((await counter.request(path, json('{'))).status).toBe(400);
    expect((await counter.request(path, json('x'.repeat(1_048_577)))).status).toBe(413);
    expect((await counter.request(path, { method: 'POST', body: '{}' })).status).toBe(415);
  });

  it('says nothing about the inside when something breaks there', async () => {
    const broken = sandboxApp({
      ...counter.sandbox(),
      names: () => {
        throw new Error('secret of the inside');
      },
    });
    const response = await broken.request('/_sandbox/workspaces');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: '系统异常，请稍后重试' });
    expect((await broken.request('/healthz')).status).toBe(500);
    expect(counter.defects).toHaveLength(2);
  });
});
