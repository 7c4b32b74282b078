import { describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Row = { readonly place: string; readonly remote: object | null; readonly closed: string | null };
const put = (code: string, body: unknown) =>
  counter.control<{ place: Row; message?: string }>('PUT', `/_sandbox/places/${code}`, body);
const places = async () => (await counter.control<{ places: Row[] }>('GET', '/_sandbox/places')).json.places;

const URL = 'http://127.0.0.1:9000/insured';

describe('insured places', () => {
  it('are open and answered by the sandbox unless said otherwise', async () => {
    expect(await places()).toEqual([]);
  });

  it('are connected to a system of their own, whose key is never told again', async () => {
    const { status, json } = await put('610100', { remote: { url: URL, key: 'secret' } });
    expect(status).toBe(200);
    const remote = { url: URL, timeoutMs: 30_000, signed: true };
    expect(json.place).toEqual({ place: '610100', name: '西安市', closed: null, remote });
    expect(JSON.stringify(await places())).not.toContain('secret');
  });

  it('are closed and opened beside that', async () => {
    expect((await put('610100', { closed: '西安市尚未开通' })).json.place).toMatchObject({
      closed: '西安市尚未开通',
      remote: { url: URL },
    });
    expect((await put('610100', { closed: null, remote: null })).json.place).toMatchObject({
      closed: null,
      remote: null,
    });
  });

  it('follow their province, from which one alone cannot be taken', async () => {
    await put('610000', { remote: { url: URL, timeoutMs: 500 } });
    expect(await put('610100', { remote: null })).toMatchObject({
      status: 422,
      json: { message: '西安市随全省接在外部系统，请改 610000' },
    });
    expect((await put('610000', { remote: null })).status).toBe(200);
  });

  it.each([
    ['610102', {}, '没有参保地 610102'],
    ['990000', {}, '没有参保地 990000'],
    ['610100', { remote: { url: 'ftp://127.0.0.1/' } }, '应为 http:// 或 https:// 开头的地址'],
    ['610100', { remote: { url: 'file:///etc/passwd' } }, '应为 http:// 或 https:// 开头的地址'],
    ['610100', { remote: { url: 'http://user:secret@127.0.0.1/' } }, '不带用户名'],
    ['610100', { remote: { url: 'http://127.0.0.1/?a=1' } }, '不带用户名、参数和 #'],
    ['610100', { remote: { url: URL, timeoutMs: 99 } }, 'timeoutMs 应为 100 到 120000 的整数'],
    ['610100', { remote: { url: URL, timeoutMs: 120_001 } }, 'timeoutMs 应为 100 到 120000 的整数'],
    ['610100', { remote: { url: URL, retries: 3 } }, '不认识的字段 retries'],
    ['610100', { remote: true }, 'remote 应为对象'],
    ['610100', { closed: '' }, 'closed 不能为空'],
    ['610100', { open: true }, '不认识的字段 open'],
  ])('say what is wrong: %s %j', async (code, body, message) => {
    const { status, json } = await put(code, body);
    expect(status).toBe(422);
    expect(json.message).toContain(message);
  });

  it('are changed with a JSON content type only: no web page can send that unasked', async () => {
    const response = await counter.request('/_sandbox/places/610100', { method: 'PUT', body: '{"closed":"x"}' });
    expect(response.status).toBe(415);
  });
});
