import { describe, expect, it } from 'vitest';
import { HOSPITAL, jsonOf, openCounter } from '../counter.ts';

const counter = openCounter();
const WHO = 'xian-worker-hypertension-diabetes';
const DOOR = '/localcfc/api/hsecfc/localQrCodeQuery';

type Shown = { readonly shown: { readonly code: string; readonly until: string; readonly name: string } };
type Refused = { readonly message: string };
type Answer = { readonly code: number; readonly message: string; readonly data: { readonly ecToken: string } };

const show = async (medium: string, body: object) => {
  const { status, json } = await counter.control<Shown & Refused>('POST', `/_sandbox/credentials/${medium}`, body);
  return { status, ...json };
};
const credential = async (transType: string, data: object, path = DOOR) => {
  const body = JSON.stringify({ orgId: HOSPITAL, transType, data });
  const response = await counter.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-kuasheng-trace')).toMatch(/^T\d{10}$/);
  return jsonOf<Answer>(response);
};

describe('a QR code without a phone', () => {
  it('is given for a persona, one of the population, or a number; the door takes it once', async () => {
    for (const persona of [WHO, '610100-38']) {
      const { status, shown } = await show('qr', { persona });
      expect(status).toBe(201);
      expect(shown.code).toMatch(/^\d{28}$/);
      expect(shown.until).toBe('2026-09-01 10:01:00');
      const first = await credential('ec.query', { ecQrCode: shown.code });
      expect(first).toMatchObject({ code: 0, data: { userName: shown.name } });
      expect((await credential('ec.query', { ecQrCode: shown.code })).code).toBe(-1);
      const message = { infno: '1101', input: { data: { mdtrt_cert_type: '01', mdtrt_cert_no: first.data.ecToken } } };
      const person = await jsonOf<{ infcode: number }>(await counter.post('/fsi/api/1101', message));
      expect(person.infcode).toBe(0);
    }
  });

  it('serves once through the door, however many come at the same time', async () => {
    const { shown } = await show('qr', { persona: WHO });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => credential('ec.query', { ecQrCode: shown.code })),
    );
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(1);
  });

  it.each([
    ['expired', '失效，有效期一分钟'],
    ['not-yet-valid', '起有效'],
    ['other-issuer', '不是国家医保局发的'],
    ['health-code', '出示的是电子健康码'],
    ['payment-code', '出示的是付款码'],
  ])('may be %s', async (kind, text) => {
    await show('qr', { persona: WHO, kind, at: HOSPITAL });
    expect((await credential('ec.query', {})).message).toContain(text);
  });

  it('is refused for whom nobody knows, who has no 医保电子凭证, and an unknown institution', async () => {
    const text = async (body: object) => {
      const { status, message } = await show('qr', body);
      expect(status).toBe(422);
      return message;
    };
    expect(await text({ persona: '无名' })).toContain('没有这个人员');
    expect(await text({ persona: 'xian-retiree-no-token' })).toContain('没有激活医保电子凭证');
    expect(await text({ persona: WHO, shownBy: 'xian-retiree-no-token' })).toContain('没有激活医保电子凭证');
    expect(await text({ persona: WHO, at: 'H1' })).toContain('未登记');
    expect(await text({ persona: WHO, kind: 'other' })).toContain('kind');
    expect(await text({})).toContain('persona');
    // Opened by the daughter for the father who has none himself.
    expect((await show('qr', { persona: 'xian-retiree-no-token', shownBy: WHO })).status).toBe(201);
  });
});

describe('a terminal', () => {
  it('sees who stands before it, and what lies on it', async () => {
    await show('face', { persona: WHO, at: HOSPITAL });
    expect((await credential('cn.nhsa.ec.auth', { outBizNo: 'C1' })).code).toBe(0);
    await show('face', { persona: WHO, at: HOSPITAL, cancels: true });
    expect((await credential('cn.nhsa.ec.auth', { outBizNo: 'C2' })).code).toBe(-2);
    await show('identity-card', { persona: WHO, at: HOSPITAL });
    expect((await credential('cn.nhsa.cert.get', {})).code).toBe(0);
    expect((await show('face', { persona: WHO })).message).toContain('at');
    expect((await show('face', { persona: 'xian-retiree-no-token', at: HOSPITAL })).message).toContain('没有激活');
  });

  it('shows results, which are told by institution', async () => {
    await credential('cn.nhsa.settle.notify', { outBizNo: 'C1', medicalSettleState: 'SUCCESS', totalFee: 12.3 });
    const notices = async (query: string) =>
      (await counter.control<{ notices: object[] }>('GET', `/_sandbox/credentials/notices${query}`)).json.notices;
    expect(await notices('')).toEqual([
      {
        fixmedins_code: HOSPITAL,
        at: '2026-09-01 10:00:00',
        state: 'SUCCESS',
        shown: { outBizNo: 'C1', medicalSettleState: 'SUCCESS', totalFee: 1230, drugList: [] },
      },
    ]);
    expect(await notices('?institution=H44030099002')).toEqual([]);
  });
});

describe('the door', () => {
  it('takes the type from the path, and finds the workspace of orgId', async () => {
    counter.sandbox();
    const { shown } = await show('qr', { persona: WHO });
    const path = '/w/default/localcfc/api/hsecfc/ec.query';
    const body = JSON.stringify({ orgId: HOSPITAL, data: { ecQrCode: shown.code } });
    const answer = await jsonOf<Answer>(await counter.request(path, { method: 'POST', body }));
    expect(answer.code).toBe(0);
    await counter.sandbox().create('team-c');
    counter.sandbox().assign(HOSPITAL, 'team-c');
    // There the code is unknown: nobody opened it there.
    expect((await credential('ec.query', { ecQrCode: shown.code })).message).toContain('该码不存在');
  });

  it('answers GET with 405', async () => {
    expect((await counter.request(DOOR)).status).toBe(405);
  });
});
