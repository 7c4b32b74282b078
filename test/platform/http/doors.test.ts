import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DICTIONARY, ENVELOPE, jsonOf, openCounter } from './counter.ts';

const counter = openCounter();
const MESSAGE = { ...ENVELOPE, ...DICTIONARY };

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type?: string) =>
  counter.request(path, { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } });

/** The answer's infcode, or its status where it is no envelope. */
const infcode = async (response: Response): Promise<number> => {
  if (response.status !== 200) return response.status;
  return (await jsonOf<{ infcode: number }>(response)).infcode;
};

describe('the hospital door', () => {
  it.each([
    '/fsi/api/rsfComIfsService/callService',
    '/fsi/api/1901',
    '/ebus/gdyb_api/prd/hsa/hgs/1901',
    '/hsa/hgs/1901',
    '/CSB',
    '/1901',
    '/his/SiInterface.aspx',
    '/',
  ])('answers at %s', async (path) => {
    expect(await infcode(await counter.post(path, DICTIONARY))).toBe(0);
    expect(await infcode(await counter.post(`/w/default${path}`, DICTIONARY))).toBe(0);
  });

  it('answers with an envelope, marked in its headers, and lets no other page read it', async () => {
    const response = await counter.post('/fsi/api/1901', DICTIONARY);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(response.headers.get('x-kuasheng-workspace')).toBe('default');
    expect(response.headers.get('x-kuasheng-trace')).toMatch(/^T\d{10}$/);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(await jsonOf(response)).toMatchObject({ infcode: 0, err_msg: null });
  });

  it('lists in a header what the message breaches, and nothing where it breaches nothing', async () => {
    const breached = await counter.post('/fsi/api/1901', { ...DICTIONARY, opter: '', inf_time: 'yesterday' });
    expect(breached.headers.get('x-kuasheng-violations')?.split(',')).toEqual(
      expect.arrayContaining(['opter:missing', expect.stringMatching(/^inf_time:/)]),
    );
    const clean = {
      infno: '1901',
      input: { data: { type: 'insutype', parent_value: '0', admdvs: '440300', date: '2026-01-01', vali_flag: '1' } },
    };
    expect((await counter.post('/fsi/api/1901', clean)).headers.has('x-kuasheng-violations')).toBe(false);
  });

  it('takes the transaction from the path where the body names none, and trusts the body more', async () => {
    expect(await infcode(await counter.post('/hsa/hgs/1901', { ...DICTIONARY, infno: undefined }))).toBe(0);
    const response = await counter.post('/hsa/hgs/2207', DICTIONARY);
    expect(response.headers.get('x-kuasheng-violations')).toContain('infno:differs-from-path');
    expect(await infcode(response)).toBe(0);
  });

  it('says no in an envelope, in Chinese', async () => {
    const response = await counter.post('/fsi/api/9999', { infno: '9999', input: {} });
    expect(await jsonOf(response)).toMatchObject({
      infcode: -1,
      err_msg: expect.stringContaining('没有交易 9999') as string,
    });
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('has a hint for %s', async (method) => {
    const response = await counter.request('/fsi/api/1101', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.text()).toContain('POST');
  });
});

describe('a body', () => {
  const text = JSON.stringify(MESSAGE);

  it.each([
    ['JSON', text, 'application/json'],
    ['JSON called plain text', text, 'text/plain;charset=utf-8'],
    ['JSON without a type', text, ''],
    ['JSON with a byte order mark', `\uFEFF${text}`, 'application/json'],
    ['JSON inside a JSON text', JSON.stringify(text), 'application/json'],
    [
      'a form with the message in a field',
      new URLSearchParams({ data: text }).toString(),
      'application/x-www-form-urlencoded',
    ],
    [
      'a form of the envelope',
      new URLSearchParams({ ...ENVELOPE, infno: '1901', input: JSON.stringify(DICTIONARY.input) }).toString(),
      'application/x-www-form-urlencoded',
    ],
    ['JSON posted as a form', text, 'application/x-www-form-urlencoded'],
    ['input as JSON text', JSON.stringify({ ...MESSAGE, input: JSON.stringify(DICTIONARY.input) }), 'application/json'],
    ['Input', JSON.stringify({ ...MESSAGE, input: undefined, Input: DICTIONARY.input }), 'application/json'],
  ])('may be %s', async (_, body, type) => {
    expect(await infcode(await post('/fsi/api/callService', body, type))).toBe(0);
  });

  it('may be in GBK, whatever its type says', async () => {
    const name = '深圳市沙箱第一人民医院';
    const asked = { ...MESSAGE, infno: '1201', input: { medinsinfo: { fixmedins_type: '1', fixmedins_name: name } } };
    const body = new Uint8Array(iconv.encode(JSON.stringify(asked), 'gbk'));
    const answer = await jsonOf(await post('/fsi/api/callService', body, 'application/json;charset=utf-8'));
    expect(answer).toMatchObject({ output: { medinsinfo: [{ fixmedins_name: name }] } });
  });

  it.each([
    ['nothing', ''],
    ['raw garbage', '\u0000\u0001<xml/>'],
    ['half a message', text.slice(0, 100)],
    ['a list', '[1,2]'],
    ['a figure', '42'],
  ])('that is %s is refused in an envelope at a door, and unknown elsewhere', async (_, body) => {
    const answer = await jsonOf(await post('/fsi/api/callService', body, 'application/json'));
    expect(answer).toMatchObject({ infcode: -1, err_msg: expect.stringContaining('报文') as string });
    expect((await post('/his/index.html', body, 'application/json')).status).toBe(404);
  });

  it('of random bytes is refused as well', async () => {
    const bytes = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 151 + 7) % 256);
    expect(await infcode(await post('/fsi/api/callService', bytes, 'application/octet-stream'))).toBe(-1);
  });

  it('over the limit of its transaction is refused with a plain text', async () => {
    const large = { ...MESSAGE, dev_safe_info: 'x'.repeat(1_048_576) };
    const response = await post('/fsi/api/1901', JSON.stringify(large), 'application/json');
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(response.headers.get('x-kuasheng-workspace')).toBe('default');
    expect(await response.text()).toContain('最多 1 MiB');
  });

  it('without infno tells at any other address which addresses there are', async () => {
    const response = await post('/his/SiInterface.aspx', '{"a":1}', 'application/json');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('/fsi/api/');
  });
});

describe('the national door', () => {
  it('knows its own 1301 from that of the hospital door', async () => {
    const national = await jsonOf(await counter.post('/national/1301', { infno: '1301', input: {} }));
    const hospital = await jsonOf<{ err_msg: string }>(
      await counter.post('/fsi/api/1301', { infno: '1301', input: {} }),
    );
    expect(national).toMatchObject({ infcode: -1, err_msg: expect.stringContaining('[国家平台]') as string });
    expect(hospital.err_msg).toContain('[就医地 深圳市]');
    expect(hospital.err_msg).not.toContain('[国家平台]');
  });
});

describe('nothing', () => {
  it('broke inside', () => {
    expect(counter.defects).toEqual([]);
  });
});
