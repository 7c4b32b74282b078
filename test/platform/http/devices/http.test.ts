import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { QIN, windowServer } from './window-server.ts';

const server = windowServer({ deviceOrigins: ['https://his.example'] });

afterEach(() => {
  expect(server.defects).toEqual([]);
});

type Json = Readonly<Record<string, unknown>>;

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
  fetch(`${server.url()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
const command = async (id: string, name: string, params: object = {}, client?: string) => {
  const headers = client === undefined ? {} : { 'x-kuasheng-client': encodeURIComponent(client) };
  return (await (await post(`/devices/${id}/commands`, { command: name, params }, headers)).json()) as Json;
};

describe('a reader over plain HTTP', () => {
  it('is listed, commanded, and tells its events to whoever waits', async () => {
    const id = await server.reader('http-1');
    const start = (await (await fetch(`${server.url()}/devices/events`)).json()) as { last: number };
    const waiting = fetch(`${server.url()}/devices/${id}/events?after=${start.last}&wait=10000`);
    await server.insert(id);
    expect(await (await waiting).json()).toMatchObject({ events: [{ event: 'inserted', device: id }] });
    expect(await command(id, 'read-card')).toMatchObject({ type: 'reply', id: '1', ok: true });
    const shown = await (await fetch(`${server.url()}/devices/${id}`)).json();
    expect(shown).toMatchObject({ device: { id, media: ['card'], holder: null } });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('is held from one request to the next by a client that says its name', async () => {
    const id = await server.reader('http-2');
    expect(await command(id, 'open', {}, '一号窗')).toMatchObject({ ok: true });
    expect(await command(id, 'status')).toMatchObject({ data: { holder: '一号窗' } });
    expect(await command(id, 'read-card', {}, '二号窗')).toMatchObject({ error: 'busy', holder: '一号窗' });
    expect(await command(id, 'close', {}, '一号窗')).toMatchObject({ ok: true });
    expect(await command(id, 'status')).toMatchObject({ data: { holder: null } });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('is free again when the request is broken off', async () => {
    const id = await server.reader('http-3');
    const hangUp = new AbortController();
    const scan = post(`/devices/${id}/commands`, { command: 'scan' }, {}, hangUp.signal).catch(() => 'gone');
    await expect.poll(async () => (await command(id, 'status'))['data']).toMatchObject({ running: 'scan' });
    hangUp.abort();
    expect(await scan).toBe('gone');
    await expect.poll(async () => (await command(id, 'status'))['data']).toMatchObject({ running: null });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('refuses in words what is no command, no JSON, no device, too large', async () => {
    expect((await post('/devices/reader-1/commands', { command: 'fly' })).status).toBe(422);
    expect((await post('/devices/no-such/commands', { command: 'status' })).status).toBe(404);
    expect((await post('/devices/reader-1/commands', {}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/devices/reader-1/commands', { command: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await fetch(`${server.url()}/devices/reader-1/events?after=now`)).status).toBe(422);
    expect((await fetch(`${server.url()}/devices/reader-1/nothing`)).status).toBe(404);
    expect((await fetch(`${server.url()}/w/nobody/devices`)).status).toBe(404);
  });

  it('answers pages that were allowed in a way that they may read, and no others', async () => {
    const from = (origin: string, method = 'GET') => fetch(`${server.url()}/devices`, { method, headers: { origin } });
    expect((await from('https://his.example')).headers.get('access-control-allow-origin')).toBe('https://his.example');
    expect((await from('https://his.example', 'OPTIONS')).status).toBe(204);
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('https://evil.example', 'OPTIONS')).status).toBe(403);
  });
});

const INIT = {
  IP: '10.0.0.1',
  PORT: 7080,
  TIMEOUT: 60,
  LOG_PATH: 'D:\\hsa\\log',
  CARD_PASSTYPE: '1',
  SFZ_DRIVER_TYPE: 1,
};

describe('HeaSecReadInfo', () => {
  const call = async (id: string, name: string, parameters: object = {}, headers = {}) =>
    (await (await post(`/devices/${id}/HeaSecReadInfo/${name}`, parameters, headers)).json()) as Json;

  it('must be initialised first, and reads eleven items and a business string then', async () => {
    const id = await server.reader('dll-1');
    await server.insert(id);
    expect(await call(id, 'ReadCardBas')).toEqual({
      return: -12,
      pCardInfo: '未建立连接，请重新初始化后再读卡',
    });
    expect(await call(id, 'Init', { pInitInfo: { ...INIT, LOG_PATH: '/a/b/c/d' } })).toEqual({
      return: -14,
      pErrMsg: 'LOG_PATH 应为英文字符，没有空格，最多 3 级目录',
    });
    expect(await call(id, 'Init', { pInitInfo: JSON.stringify(INIT) })).toEqual({ return: 0, pErrMsg: '' });
    const read = await call(id, 'ReadCardBas');
    expect(read['return']).toBe(0);
    expect(String(read['pCardInfo']).split('|')).toHaveLength(12);
    expect(Buffer.from(String(read['pBusiCardInfo']), 'base64').toString('utf8')).toContain('K99000001|');
    await server.control('DELETE', `/devices/${id}`);
  });

  it('verifies and changes the PIN at the keypad, and tells failures in the buffer', async () => {
    const id = await server.reader('dll-2', { pinEntry: 'auto' });
    await server.insert(id);
    await call(id, 'Init', { pInitInfo: INIT });
    expect(await call(id, 'VerifyPIN')).toEqual({ return: 0, pOutBuff: '' });
    expect(await call(id, 'ChangePIN')).toEqual({ return: 0, pOutBuff: '' });
    await server.control('POST', '/devices/faults', { kind: 'pin-wrong', when: { device: id }, count: 1 });
    expect(await call(id, 'VerifyPIN')).toEqual({ return: -51, pOutBuff: '密码错误，请重新输入密码' });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('reads an identity card with its photo', async () => {
    const id = await server.reader('dll-3');
    await server.control('POST', `/devices/${id}/insert`, { 'id-card': QIN });
    await call(id, 'Init', { pInitInfo: INIT });
    const read = await call(id, 'ReadSFZ');
    expect(String(read['pOutBuff']).split('|')).toEqual([
      '秦双慢', '男', '汉', '19760516', '沙箱市虚拟区示范路1号', '619900197605160019', expect.any(String),
      expect.any(String), '沙箱市公安局虚拟分局',
    ]); // prettier-ignore
    const picture = Buffer.from(String(read['photo']), 'base64');
    expect(picture.subarray(0, 2).toString()).toBe('BM');
    expect(picture.readUInt32LE(2)).toBe(picture.length);
    await server.control('DELETE', `/devices/${id}`);
  });

  it('reads whatever is there, as 1101 wants it', async () => {
    const id = await server.reader('dll-4');
    await call(id, 'Init', { pInitInfo: INIT });
    await server.insert(id);
    const person = async () => JSON.parse(String((await call(id, 'GetPersonInfo'))['pOut'])) as Json;
    const card = await person();
    expect(card).toMatchObject({ mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001', psn_name: '秦双慢' });
    const known = await post('/fsi/api/1101', {
      infno: '1101', mdtrtarea_admvs: '440300', insuplc_admdvs: '610100', fixmedins_code: 'H44030099001',
      input: { data: card },
    }); // prettier-ignore
    expect(await known.json()).toMatchObject({ infcode: 0, output: { baseinfo: { psn_name: '秦双慢' } } });
    await server.control('POST', `/devices/${id}/remove`, {});
    await server.control('POST', `/devices/${id}/insert`, { 'id-card': QIN });
    expect(await person()).toMatchObject({ mdtrt_cert_type: '02', mdtrt_cert_no: '619900197605160019' });
    await server.control('POST', `/devices/${id}/remove`, {});
    await server.control('POST', `/devices/${id}/show`, { qr: QIN });
    expect(await person()).toMatchObject({
      mdtrt_cert_type: '01',
      ecQrCode: expect.stringMatching(/^\d{28}$/) as string,
    });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('gives no person for a face, which only authorises', async () => {
    const id = await server.reader('dll-5', { kind: 'face-terminal' });
    await call(id, 'Init', { pInitInfo: INIT });
    await server.control('POST', `/devices/${id}/show`, { face: QIN });
    expect(await call(id, 'GetPersonInfo')).toEqual({
      return: -13,
      pOut: '终端前是人脸，只能授权：请用 cn.nhsa.ec.auth，再用 cn.nhsa.auth.check 换身份',
    });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('speaks GBK to whoever speaks GBK', async () => {
    const id = await server.reader('dll-5');
    const response = await fetch(`${server.url()}/devices/${id}/HeaSecReadInfo/Init`, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=GBK' },
      body: iconv.encode(JSON.stringify({ pInitInfo: { ...INIT, LOG_PATH: '日志' } }), 'gbk'),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('utf8')).not.toContain('英文');
    expect(iconv.decode(bytes, 'gbk')).toContain('LOG_PATH 应为英文字符');
    expect(await call(id, 'GetQRBase')).toMatchObject({
      message: expect.stringContaining('没有函数 GetQRBase') as string,
    });
    await server.control('DELETE', `/devices/${id}`);
  });
});

describe('the wrapper of the face terminal', () => {
  const open = async (transType: string, data: object = {}, more: object = {}) => {
    const response = await post('/devices/terminal-1/api/open', { orgId: 'H44030099001', transType, data, ...more });
    const bytes = Buffer.from(await response.arrayBuffer());
    const charset = response.headers.get('content-type') ?? '';
    return JSON.parse(iconv.decode(bytes, /gb/i.test(charset) ? 'gbk' : 'utf8')) as Json;
  };

  it('waits for somebody, and asks the credential door what the code says, not an address in the message', async () => {
    const asked = open('cn.nhsa.qrcode.get', {}, { qrcodeUrl: 'http://127.0.0.1:1/never' });
    await expect.poll(async () => (await command('terminal-1', 'status'))['data']).toMatchObject({ running: 'scan' });
    await server.control('POST', '/devices/terminal-1/show', { qr: QIN });
    expect(await asked).toMatchObject({ code: expect.any(Number) as number, message: expect.any(String) as string });
    await server.control('POST', '/devices/terminal-1/remove', {});
  });

  it('shows the patient what was settled', async () => {
    await open('cn.nhsa.settle.notify', {
      outBizNo: 'B1',
      medicalSettleState: 'SUCCESS',
      userName: '秦双慢',
      totalFee: '499.50',
    });
    const { json } = await server.control('GET', '/devices/terminal-1');
    expect(json).toMatchObject({ device: { screen: ['医保结算成功', '姓名：秦双慢', '总费用：499.50'] } });
  });

  it('answers in the encoding that the message names, and -2 where the patient did not come', async () => {
    const unknown = await post('/devices/terminal-1/api/open', { transType: 'no.such', charsetName: 'GB18030' });
    const bytes = Buffer.from(await unknown.arrayBuffer());
    expect(iconv.decode(bytes, 'gb18030')).toContain('不认识的 transType no.such');
    await server.control('POST', '/devices/faults', {
      kind: 'command-fails',
      when: { device: 'terminal-1' },
      with: { failure: 'nothing-shown' },
      count: 1,
    });
    expect(await open('cn.nhsa.ec.auth')).toMatchObject({ code: -2, message: '没有等到二维码或人脸，请出示后重试' });
  });
});
