import { describe, expect, it } from 'vitest';
import { relaySignature } from '../../../src/platform/wire/relay-signature.ts';
import { jsonOf, openCounter } from './counter.ts';

const counter = openCounter();

type Answer = { readonly infcode: number; readonly err_msg: string | null; readonly output: unknown };

const PERSON = '6101009900000000000001';
const DATA = { mdtrtarea: '440300', insuplc: '610100', psn_no: PERSON };

const PLACES = { mdtrtarea_admvs: '440300', insuplc_admdvs: '610100' };

/** A message as the national node relays it. */
const relay = async (infno: string, data: object, envelope: object = {}, headers: Record<string, string> = {}) => {
  const body = JSON.stringify({ infno, msgid: 'N1', ...PLACES, input: { data }, ...envelope });
  const response = await counter.request(`/insured/${infno}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  expect(response.status).toBe(200);
  return jsonOf<Answer>(response);
};

const registration = (mdtrtsn: string) => ({
  ...DATA,
  fixmedins_code: 'H44030099001',
  insutype: '310',
  mdtrt_cert_type: '03',
  mdtrt_cert_no: 'K99000001',
  mdtrtsn,
  begntime: '2026-09-01 10:00:00',
});

describe('the insured door', () => {
  it('answers what the national node relays, as the place that is asked', async () => {
    const { infcode, output } = await relay('1406', DATA);
    expect(infcode).toBe(0);
    expect(output).toMatchObject({ opspinfo: [{ psn_no: PERSON }, { psn_no: PERSON }] });
  });

  it('knows its sender by the place of treatment: one effect, and another message elsewhere', async () => {
    const first = await relay('1005', registration('1'), { msgid: 'R1' });
    expect(await relay('1005', registration('1'), { msgid: 'R1' })).toEqual(first);
    const elsewhere = { ...registration('1'), mdtrtarea: '310000', fixmedins_code: 'H31000099001' };
    expect(await relay('1005', elsewhere, { msgid: 'R1' })).not.toEqual(first);
  });

  it('says what is missing, or what place there is not, in its own name', async () => {
    expect((await relay('1107', DATA)).err_msg).toMatch(/^\[参保地 西安市\] 报文缺少办理所需的字段：/);
    expect((await relay('1406', {}, { insuplc_admdvs: '' })).err_msg).toMatch(/^\[沙箱\] 报文缺少办理所需的字段：/);
    expect((await relay('1406', { ...DATA, insuplc: '990000' })).err_msg).toContain('990000）不存在');
    expect((await relay('1406', { ...DATA, mdtrtarea: 'XX' })).err_msg).toContain('mdtrtarea（XX）不存在');
    expect((await relay('9999', DATA)).err_msg).toContain('没有交易 9999');
    expect((await relay('1005', registration('2'), { msgid: '' })).err_msg).toContain('msgid');
  });

  it('is told in the journal, without breaches of an envelope that only hospitals have', async () => {
    const response = await counter.request('/insured/1406', {
      method: 'POST',
      body: JSON.stringify({ infno: '1406', msgid: 'N2', input: { data: DATA } }),
    });
    expect(response.headers.get('x-kuasheng-violations')).toBeNull();
    const trace = response.headers.get('x-kuasheng-trace') ?? '';
    const { json } = await counter.control('GET', `/_sandbox/exchanges/${trace}`);
    expect(json).toMatchObject({ door: 'insured', infno: '1406', sender: '440000', msgid: 'N2', infcode: 0 });
  });

  it('stands open to a strict workspace, and behind no gateway of hospitals', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { strict: true, signature: 'csb' });
    expect((await relay('1406', DATA)).err_msg).toBeNull();
    await counter.control('PATCH', '/_sandbox/settings', { strict: false, signature: 'off' });
  });

  it('demands the signature where a key is agreed', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { nationalKey: 'secret' });
    const body = JSON.stringify({ infno: '1406', msgid: 'N1', ...PLACES, input: { data: DATA } });
    const signed = (key: string) => ({
      'x-kuasheng-timestamp': '1788000000000',
      'x-kuasheng-signature': relaySignature(key, '1788000000000', new TextEncoder().encode(body)),
    });
    expect((await relay('1406', DATA)).err_msg).toMatch(/^\[沙箱\] 签名不符：/);
    expect((await relay('1406', DATA, {}, signed('other'))).err_msg).toMatch(/^\[沙箱\] 签名不符：/);
    expect((await relay('1406', DATA, {}, signed('secret'))).err_msg).toBeNull();
    await counter.control('PATCH', '/_sandbox/settings', { nationalKey: '' });
  });

  it('breaks nothing, whatever comes', async () => {
    for (const input of [null, [], 'x', { data: [DATA] }, { data: { ...DATA, psn_no: {} } }]) {
      for (const infno of ['1005', '1106', '1107', '1203', '1301', '1406']) {
        const { infcode } = await relay(infno, {}, { input });
        expect(typeof infcode).toBe('number');
      }
    }
    expect(counter.defects).toEqual([]);
  });
});
