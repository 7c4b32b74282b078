import { describe, expect, it } from 'vitest';
import { signCsb } from '../../support/gateway/sign-csb.ts';
import { signXTif } from '../../support/gateway/sign-x-tif.ts';
import { DICTIONARY, ENVELOPE, NOW, openCounter } from './counter.ts';

const counter = openCounter();

const post = (headers: Record<string, string>) =>
  counter.request('/ebus/gdyb_api/prd/hsa/hgs/1901', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body: JSON.stringify({ ...ENVELOPE, ...DICTIONARY }),
  });

describe('a gateway in front of the door', () => {
  it('is switched on for a workspace, and then answers in its own words: 401 and no envelope', async () => {
    const change = { signature: 'x-tif', gatewayKeys: { app: 's3cret' } };
    expect((await counter.control('PATCH', '/_sandbox/settings', change)).status).toBe(200);
    const response = await post({});
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(await response.json()).toEqual({ code: 401, message: '缺少服务网关的请求头!' });
  });

  it('lets signed messages through', async () => {
    const response = await post(signXTif({ key: 'app', secret: 's3cret', at: NOW }));
    expect(await response.json()).toMatchObject({ infcode: 0 });
  });

  it('speaks before anything else is looked at', async () => {
    const response = await counter.request('/fsi/api/1901', { method: 'POST', body: 'garbage' });
    expect(response.status).toBe(401);
  });

  it('reads headers with underscores', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { signature: 'csb' });
    expect((await post(signCsb({ key: 'app', secret: 's3cret', at: NOW }))).status).toBe(200);
    expect((await post(signCsb({ key: 'app', secret: 'other', at: NOW }))).status).toBe(401);
  });
});
