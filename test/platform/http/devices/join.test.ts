import { afterEach, describe, expect, it } from 'vitest';
import { connect, type Message } from './socket-client.ts';
import { OTHER, QIN, windowServer } from './window-server.ts';

const server = windowServer();
const HOSPITAL = 'H44030099001';
const WITHOUT_PSAM = 'H44030099004';

afterEach(() => {
  expect(server.defects).toEqual([]);
});

type Json = Readonly<Record<string, unknown>>;
type EcAnswer = { readonly code: number; readonly message: string; readonly data: Readonly<Record<string, string>> };

const post = async <T = Json>(path: string, body: unknown, headers = {}): Promise<T> => {
  const response = await fetch(`${server.url()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
};
/** The credential door without a device between. */
const door = (transType: string, data: object, headers = {}) =>
  post<EcAnswer>('/localcfc/api/hsecfc/localQrCodeQuery', { orgId: HOSPITAL, transType, data }, headers);
/** A terminal's own wrapper. */
const open = (device: string, transType: string, data: object = {}, orgId = HOSPITAL) =>
  post<EcAnswer>(`/devices/${device}/api/open`, { orgId, transType, data });
const command = (device: string, name: string, params: object = {}) =>
  post<{ readonly ok: boolean; readonly code?: number; readonly data: { readonly items: string[]; proof?: string } }>(
    `/devices/${device}/commands`,
    { command: name, params },
  );
const show = (device: string, form: object) => server.control('POST', `/devices/${device}/show`, form);
const terminal = (id: string) => server.reader(id, { kind: 'face-terminal' });

describe('a code that is shown at a device', () => {
  it('is one of the credential door’s: used at the one it is used at the other', async () => {
    const id = await server.reader('code-1');
    await show(id, { qr: QIN });
    const { json } = await server.control('GET', `/devices/${id}`);
    const { text } = (json['device'] as { inside: { code: { text: string } } }).inside.code;
    expect(text).toMatch(/^\d{28}$/);
    expect(await open(id, 'ec.query')).toMatchObject({ code: 0, data: { userName: '秦双慢' } });
    expect((await door('ec.query', { ecQrCode: text })).message).toContain('一个码只能用一次');
    expect((await open(id, 'ec.query')).message).toContain('一个码只能用一次');
  });

  it.each([
    ['expired', '有效期一分钟'],
    ['used', '一个码只能用一次'],
    ['not-yet-valid', '起有效'],
    ['unknown', '该码不存在'],
    ['other-issuer', '不是国家医保局发的'],
  ])('may be %s, and the door says so', async (variant, text) => {
    const id = await server.reader(`code-${variant}`);
    await show(id, { qr: QIN, variant });
    expect(await open(id, 'cn.nhsa.qrcode.get')).toMatchObject({
      code: -1,
      message: expect.stringContaining(text) as string,
    });
  });

  it('that is a health code is answered with the text that asks for the 医保码', async () => {
    const id = await server.reader('code-health');
    await show(id, { 'health-code': QIN });
    expect((await open(id, 'ec.query')).message).toContain(
      '请使用医保电子凭证二维码：出示的是电子健康码，请打开医保码后重新扫码',
    );
  });

  it('of a relative gives the patient’s identity; without a 医保电子凭证 there is none', async () => {
    const id = await server.reader('code-family');
    await show(id, { qr: QIN, by: OTHER });
    expect(await open(id, 'ec.query')).toMatchObject({
      code: 0,
      data: { userName: '秦双慢', extData: expect.stringContaining('familyCode') as string },
    });
    const { json } = await server.control('GET', '/personas');
    const people = json['personas'] as { id: string; ec_token: string | null }[];
    const without = people.find(({ ec_token }) => ec_token === null);
    await server.control('POST', `/devices/${id}/remove`, {});
    expect(await show(id, { qr: without?.id })).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('没有激活医保电子凭证') as string },
    });
  });

  it('tells whoever watches what the door said, with the trace of the journal', async () => {
    const id = await server.reader('code-trace');
    const client = await connect(`${server.url()}/devices/${id}`);
    await show(id, { qr: QIN });
    await open(id, 'ec.query');
    const { data } = await client.event('issuer-answered');
    expect(data).toMatchObject({ transType: 'ec.query', code: 0 });
    const { status } = await server.control('GET', `/exchanges/${(data as { trace: string }).trace}`);
    expect(status).toBe(200);
  });
});

describe('a face before a terminal', () => {
  const authorise = async (id: string, outBizNo: string) => {
    const { data } = await open(id, 'cn.nhsa.ec.auth', { outBizNo });
    return open(id, 'cn.nhsa.auth.check', { outBizNo, authNo: data['authNo'] });
  };

  it('authorises at that terminal, even where another one sees somebody at the same moment', async () => {
    const [one, two] = [await terminal('face-1'), await terminal('face-2')];
    await show(one, { face: QIN });
    await show(two, { face: OTHER });
    const [first, second] = await Promise.all([authorise(one, 'F1'), authorise(two, 'F2')]);
    expect(first).toMatchObject({ code: 0, data: { userName: '秦双慢', ecToken: expect.any(String) as string } });
    expect(second.code).toBe(0);
    expect(second.data['userName']).not.toBe('秦双慢');
  });

  it('of somebody without a 医保电子凭证, or at an institution that is not there, is refused in words', async () => {
    const id = await terminal('face-3');
    await show(id, { face: QIN });
    expect((await open(id, 'cn.nhsa.ec.auth', { outBizNo: 'F3' }, 'H99999999999')).message).toContain('未登记');
    expect((await open(id, 'cn.nhsa.ec.auth', { outBizNo: 'F3' }, '')).message).toContain('缺少机构编号');
  });

  it('counts by the number that the terminal gave it, not by one that somebody made up', async () => {
    const answer = await door('cn.nhsa.ec.auth', { outBizNo: 'F4', faceCode: 'face-999' });
    expect(answer).toMatchObject({ code: -1, message: expect.stringContaining('终端前没有人') as string });
  });
});

describe('cn.nhsa.settle.notify', () => {
  const SETTLED = { outBizNo: 'N1', medicalSettleState: 'SUCCESS', totalFee: '499.50' };
  const screenOf = async (id: string) =>
    ((await server.control('GET', `/devices/${id}`)).json['device'] as { screen: string[] }).screen;

  it('stands on the screen of every terminal, whoever has it open, and whoever watches is told', async () => {
    const [one, two] = [await terminal('screen-1'), await terminal('screen-2')];
    const client = await connect(`${server.url()}/devices/${one}`);
    await client.command('open');
    expect((await door('cn.nhsa.settle.notify', SETTLED)).code).toBe(0);
    const { data } = await client.event('screen');
    expect(data).toEqual({ lines: ['医保结算成功', '总费用：499.50'] });
    expect(await screenOf(two)).toEqual(['医保结算成功', '总费用：499.50']);
  });

  it('stands on one screen where the terminal or the header says which', async () => {
    const [one, two] = [await terminal('screen-3'), await terminal('screen-4')];
    await open(one, 'cn.nhsa.settle.notify', { ...SETTLED, totalFee: '1.00' });
    await door('cn.nhsa.settle.notify', { ...SETTLED, totalFee: '2.00' }, { 'x-kuasheng-terminal': two });
    expect(await screenOf(one)).toEqual(['医保结算成功', '总费用：1.00']);
    expect(await screenOf(two)).toEqual(['医保结算成功', '总费用：2.00']);
  });

  it('is not shown if the door refused it, and tells a failure as one', async () => {
    const id = await terminal('screen-5');
    await open(id, 'cn.nhsa.settle.notify', { ...SETTLED, medicalSettleState: 'MAYBE' });
    expect(await screenOf(id)).toEqual([]);
    await open(id, 'cn.nhsa.settle.notify', { ...SETTLED, medicalSettleState: 'FAIL' });
    expect((await screenOf(id))[0]).toBe('医保结算失败');
  });
});

describe('a card in a reader without PSAM, read by way of 9201', () => {
  let messages = 0;
  type Answer = { readonly infcode: number; readonly err_msg: string; readonly output: { data: Json } | null };
  const ask = (data: object): Promise<Answer> =>
    post('/fsi/api/9201', {
      infno: '9201', msgid: `${WITHOUT_PSAM}2026090110000000${String((messages += 1)).padStart(2, '0')}`,
      mdtrtarea_admvs: '440300', insuplc_admdvs: '', fixmedins_code: WITHOUT_PSAM,
      input: { data },
    }); // prettier-ignore

  const begin = async (id: string) => {
    const { data } = await command(id, 'read-card-step1');
    const [issu_admdvs, card_atr, algo_flag, card_sn, intl_auth_fctr, intl_auth_info, extl_auth_fctr, extl_auth_info] =
      data.items;
    const answer = await ask({
      auth_step: '1', issu_admdvs, card_atr, algo_flag, card_sn, intl_auth_fctr, intl_auth_info, extl_auth_fctr,
      extl_auth_info,
    }); // prettier-ignore
    const told = answer.output?.data ?? {};
    return { auth_sn: told['auth_sn'], answer: `${String(told['intl_auth_data'])}|${String(told['extl_auth_data'])}|` };
  };
  const finish = (auth_sn: unknown, items: readonly string[], card_proof = '') =>
    ask({
      auth_step: '2', auth_sn, card_sn: items[3], card_no: items[2], ssn: items[1], psn_name: items[4], card_proof,
    }); // prettier-ignore

  it('answers with its own key, and the platform tells where its holder is insured', async () => {
    const id = await server.reader('bare-1', { psam: 'none' });
    await server.insert(id);
    const { auth_sn, answer } = await begin(id);
    const { ok, data } = await command(id, 'read-card-step2', { data: answer });
    expect(ok).toBe(true);
    const checked = await finish(auth_sn, data.items, data.proof);
    expect(checked).toMatchObject({ infcode: 0, output: { data: { insuplc: '610100' } } });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('fails when it was swapped between the steps, at the reader and at the platform', async () => {
    const id = await server.reader('bare-2', { psam: 'none' });
    await server.insert(id);
    const { auth_sn, answer } = await begin(id);
    await server.control('POST', `/devices/${id}/remove`, {});
    await server.insert(id, OTHER);
    expect(await command(id, 'read-card-step2', { data: answer })).toMatchObject({ ok: false, code: -22 });
    const other = await begin(id);
    const { data } = await command(id, 'read-card-step2', { data: other.answer });
    const refused = await finish(auth_sn, data.items, data.proof);
    expect(refused).toMatchObject({ infcode: -1, err_msg: expect.stringContaining('不是同一张卡') as string });
    await server.control('DELETE', `/devices/${id}`);
  });

  it('fails when it is forged: it has not the key of the card whose number it bears', async () => {
    const id = await server.reader('bare-3', { psam: 'none' });
    await server.insert(id, QIN, { condition: 'forged' });
    const { auth_sn, answer } = await begin(id);
    expect(await command(id, 'read-card-step2', { data: answer })).toMatchObject({ ok: false, code: -21 });
    const items = ['610100', '619900197605160019', 'K99000001', '610100D15600000500FFFF0000000001', '秦双慢'];
    expect((await finish(auth_sn, items, '0'.repeat(16))).err_msg).toContain('伪造');
    await server.control('DELETE', `/devices/${id}`);
  });
});

describe('the control API of devices', () => {
  it('has the terminal’s wrapper too, and knows a client by `?client=`', async () => {
    const id = await server.reader('control-1');
    const give = (client: string, name: string) =>
      server.control('POST', `/devices/${id}/commands?client=${encodeURIComponent(client)}`, { command: name });
    expect((await give('一号窗', 'open')).json).toMatchObject({ ok: true });
    expect((await give('二号窗', 'read-card')).json).toMatchObject({ error: 'busy', holder: '一号窗' });
    expect((await give('一号窗', 'close')).json).toMatchObject({ ok: true });
    await show(id, { qr: QIN });
    const asked = { transType: 'ec.query', orgId: HOSPITAL, data: {} };
    expect((await server.control('POST', `/devices/${id}/api/open`, asked)).json).toMatchObject({ code: 0 });
  });

  it('tells firings with the number of their event', async () => {
    const id = await server.reader('control-2');
    await server.control('POST', '/devices/faults', { kind: 'no-card', when: { device: id }, count: 1 });
    await command(id, 'read-card');
    const { json } = await server.control('GET', '/devices/faults/firings');
    const [firing] = (json['firings'] as { device: string; event: number }[]).filter(({ device }) => device === id);
    const events = await fetch(`${server.url()}/devices/${id}/events?after=${(firing?.event ?? 0) - 1}&event=fault`);
    expect(await events.json()).toMatchObject({
      events: [{ seq: firing?.event, data: { kind: 'no-card', command: 'read-card' } }] as Message[],
    });
  });
});
