import iconv from 'iconv-lite';
import { expect, describe, it, afterEach } from 'vitest';
import { connect, type SocketClient } from './socket-client.ts';
import { windowServer } from './window-server.ts';

const server = windowServer({
  services: [
    { kind: 'sscard', port: 0, workspace: 'default', device: 'reader-1' },
    { kind: 'face', port: 0, workspace: 'default', device: 'terminal-1' },
  ],
});

afterEach(async () => {
  await server.control('POST', '/devices/reader-1/remove', {});
  await server.control('PATCH', '/devices/reader-1', { psam: 'ok', pinEntry: 'manual' });
  expect(server.defects).toEqual([]);
});

/** A page of an old HIS: it knows nothing but function and success. */
const page = async () => {
  const client: SocketClient = await connect(`http://127.0.0.1:${server.portOf('sscard')}`);
  let answered = 0;
  const call = async (fn: string, more: object = {}) => {
    client.send({ function: fn, ...more });
    answered += 1;
    await expect.poll(() => client.heard.length).toBe(answered);
    return client.heard[answered - 1] as {
      functionName: string;
      success: string;
      pOutInfo: string;
      cardProof?: string;
    };
  };
  return { client, call };
};

describe('the SSCard service on its own port', () => {
  it('reads a card by iReadCardBas', async () => {
    const { call } = await page();
    expect(await call('iReadCardBas', { iType: 3 })).toEqual({
      functionName: 'iReadCardBas',
      success: '-2',
      pOutInfo: '无卡，请插卡后重试',
    });
    await server.insert('reader-1');
    const read = await call('iReadCardBas', { iType: 1 });
    expect(read.success).toBe('1');
    const items = read.pOutInfo.split('|');
    expect(items.slice(0, 5)).toEqual([
      '610100', '619900197605160019', 'K99000001', '610100D15600000500FFFF0000000001', '秦双慢',
    ]); // prettier-ignore
    expect(items.slice(5).join('|')).toMatch(/^[0-9A-F]+\|3\.00\|\d{8}\|\d{8}\|\d{12}\|KS\d{8}\|$/);
    expect((await call('iReadICCardNum')).pOutInfo).toBe('K99000001');
    expect((await call('iReadDebitRecord', { iType: 3 })).success).toBe('-27267');
  });

  it('reads without a PSAM through the platform, step by step: 1903 between them, 1904 after', async () => {
    const { call } = await page();
    await server.control('PATCH', '/devices/reader-1', { psam: 'none' });
    await server.insert('reader-1');
    expect((await call('iReadCardBas', { iType: 3 })).success).toBe('-2201');
    const first = await call('iReadCardBas_HSM_Step1', { iType: 3 });
    const [issu_admdvs, card_atr, algo_flag, card_sn, f1, i1, f2, i2] = first.pOutInfo.split('|');
    const national = async (infno: string, data: object) => {
      const response = await fetch(`${server.url()}/national/${infno}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from('440000:kuasheng-440000').toString('base64')}`,
        },
        body: JSON.stringify({ infno, msgid: `440000${infno}`, input: { data: { mdtrtarea: '440300', ...data } } }),
      });
      return (await response.json()) as { infcode: number; output: { data: Record<string, string> } };
    };
    const { output } = await national('1903', {
      issu_admdvs, card_atr, algo_flag, card_sn, intl_auth_fctr: f1, intl_auth_info: i1, extl_auth_fctr: f2,
      extl_auth_info: i2,
    }); // prettier-ignore
    const pKey = `${output.data['intl_auth_data'] ?? ''}|${output.data['extl_auth_data'] ?? ''}|`;
    const second = await call('iReadCardBas_HSM_Step2', { pKey });
    expect(second).toMatchObject({ success: '1', cardProof: expect.stringMatching(/^[0-9A-F]{16}$/) as string });
    const [, ssn, card_no, sn, psn_name] = second.pOutInfo.split('|');
    expect(await national('1904', { ssn, card_no, card_sn: sn, psn_name })).toMatchObject({
      infcode: 0,
      output: { data: { insuplc: '610100' } },
    });
    // The answer was for that read alone.
    expect((await call('iReadCardBas_HSM_Step2', { pKey })).success).toBe('-23');
  });

  it('verifies and changes the PIN', async () => {
    const { call } = await page();
    await server.control('PATCH', '/devices/reader-1', { pinEntry: 'auto' });
    await server.insert('reader-1');
    expect(await call('iVerifyPIN', { iType: 3 })).toMatchObject({ success: '1', pOutInfo: '' });
    expect(await call('iChangePIN', { iType: 3 })).toMatchObject({ success: '1' });
    expect(await call('iReloadPIN', { iType: 3 })).toMatchObject({ success: '1' });
    expect(await call('iVerifyPIN', { iType: 3 })).toMatchObject({ success: '-35' });
    await server.control('POST', '/devices/cards/renew', { person: 'xian-worker-hypertension-diabetes' });
  });

  it('refuses what it does not know by a code, whatever comes', async () => {
    const { call, client } = await page();
    expect(await call('iReadCardBas', { iType: 9 })).toMatchObject({ success: '-14' });
    expect(await call('constructor')).toMatchObject({ success: '-13' });
    client.sendBytes(Buffer.from([0xff, 0x00, 0x7b]));
    await expect.poll(() => client.raw.length).toBe(3);
  });

  it('takes an iType that is no number for a parameter that it does not know, and goes on', async () => {
    const { call } = await page();
    for (const iType of [{ toString: 1 }, {}, [[1]], '__proto__', 'constructor', 9, true]) {
      expect(await call('iReadCardBas', { iType })).toMatchObject({ success: '-14' });
    }
    expect(await call('iReadCardBas', { iType: '3' })).toMatchObject({ success: '-2' });
  });

  it('speaks GBK to a client that sends bytes of GBK', async () => {
    const { client } = await page();
    await server.insert('reader-1');
    client.sendBytes(iconv.encode(JSON.stringify({ function: 'iReadCardBas', iType: 3 }), 'gbk'));
    await expect.poll(() => client.raw.length).toBe(1);
    const [bytes = Buffer.alloc(0)] = client.raw;
    expect(bytes.toString('utf8')).not.toContain('秦双慢');
    expect(iconv.decode(bytes, 'gbk')).toContain('|秦双慢|');
  });

  it('is closed to web pages elsewhere, and says what it is to a browser', async () => {
    const address = `http://127.0.0.1:${server.portOf('sscard')}`;
    await expect(connect(address, { origin: 'https://evil.example' })).rejects.toThrow('403');
    const answer = await fetch(address);
    expect([answer.status, await answer.text()]).toEqual([426, '这里是读卡服务，请用 WebSocket 连接\n']);
  });
});

describe('the face terminal on its own port', () => {
  const open = (body: object, headers = {}) =>
    fetch(`http://127.0.0.1:${server.portOf('face')}/api/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('reads the identity card that lies on it', async () => {
    await server.control('POST', '/devices/terminal-1/insert', { 'id-card': 'xian-worker-hypertension-diabetes' });
    const answer = await open({
      orgId: 'H44030099001',
      transType: 'cn.nhsa.settle.notify',
      data: { outBizNo: 'B1', medicalSettleState: 'SUCCESS', totalFee: '1.00' },
    });
    expect(answer.status).toBe(200);
    const { json } = await server.control('GET', '/devices/terminal-1');
    expect(json).toMatchObject({ device: { screen: ['医保结算成功', '总费用：1.00'], media: ['id-card'] } });
    await server.control('POST', '/devices/terminal-1/remove', {});
  });

  it('is closed to web pages elsewhere, and has one path', async () => {
    expect((await open({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await fetch(`http://127.0.0.1:${server.portOf('face')}/`)).status).toBe(404);
  });
});
