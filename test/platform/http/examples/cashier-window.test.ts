import { describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';

const counter = openCounter();

describe('the page of the cashier window', () => {
  it('comes from the sandbox, for each workspace, and may speak to the sandbox alone', async () => {
    for (const path of ['', '/w/default']) {
      const page = await counter.request(`${path}/examples/cashier-window/`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html;charset=UTF-8');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(await page.text()).toContain('<title>收费窗口示例</title>');
    }
    const bare = await counter.request('/examples/cashier-window');
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/examples/cashier-window/']);
  });

  it('names no address of another machine', async () => {
    const text = await (await counter.request('/examples/cashier-window/')).text();
    expect(text.match(/https?:\/\/|src=|href=/g)).toBeNull();
  });

  it('is the only file that is served, and not by a name that leads here from elsewhere', async () => {
    for (const path of ['README.md', '../../package.json', '..%2f..%2fpackage.json', 'index.html'])
      expect((await counter.request(`/examples/cashier-window/${path}`)).status).toBe(404);
    expect((await counter.request('http://rebound.example/examples/cashier-window/')).status).toBe(403);
  });

  it('needs to be of the same origin: the doors and the control API tell no other page anything', async () => {
    const headers = { origin: 'null', 'content-type': 'application/json' };
    const door = await counter.request('/fsi/api/1101', { method: 'POST', headers, body: '{"infno":"1101"}' });
    expect(door.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await counter.request('/fsi/api/1101', { method: 'OPTIONS', headers });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    expect((await counter.request('/_sandbox/devices', { headers })).status).toBe(403);
    expect((await counter.request('/devices', { headers })).status).toBe(403);
  });
});
