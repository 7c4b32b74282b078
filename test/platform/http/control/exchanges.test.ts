import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkCharacter } from '../../../../src/kernel/identity-number.ts';
import { DICTIONARY, ENVELOPE, openCounter } from '../counter.ts';
import { settle } from '../settle.ts';

const counter = openCounter();

type Row = { readonly trace: string; readonly infno: string; readonly door: string };
type Exchange = Row & { readonly hops: readonly Row[] };
type Body = { readonly encoding: string; readonly size: number; readonly text: string };

const newest = async (limit: number | string): Promise<readonly Exchange[]> => {
  const { json } = await counter.control<{ exchanges: readonly Exchange[] }>(
    'GET',
    `/_sandbox/exchanges?limit=${limit}`,
  );
  return json.exchanges;
};
const detail = (trace: string | null) =>
  counter.control<{ request: Body; answer: Body }>('GET', `/_sandbox/exchanges/${trace ?? ''}`);

const traceOf = (response: Response): string | null => response.headers.get('x-kuasheng-trace');

const post = (body: string | Uint8Array<ArrayBuffer>) =>
  counter.request('/fsi/api/callService', { method: 'POST', body });

/**
 * Of the right form, but of a division that is no synthetic one: somebody might bear it. Made here, so that it stands
 * nowhere.
 */
const REAL_LOOKING = `43${'0101'}19900307001`;
const REAL = REAL_LOOKING + checkCharacter(REAL_LOOKING);

describe('the exchanges', () => {
  it('are told newest first, each with its hops', async () => {
    await settle(counter);
    const [last, before] = await newest(2);
    expect(last).toMatchObject({
      infno: '2207',
      door: 'hospital',
      at: '2026-09-01 10:00:00',
      infcode: 0,
      title: '门诊结算',
    });
    expect(last?.hops.map(({ door, infno }) => `${door}/${infno}`)).toEqual(['national/1107', 'insured/1107']);
    expect(last?.hops.every(({ trace }) => trace === last.trace)).toBe(true);
    expect(before).toMatchObject({ infno: '2204', hops: [] });
    expect(await newest(500)).toHaveLength(4);
  });

  it('show of every hop what it got, the insured place what the national node passed on', async () => {
    const settlement = (await newest(500)).find(({ infno }) => infno === '2207');
    type Hop = { readonly input: { readonly data: { readonly mdtrtsn: string } } };
    const { json } = await counter.control<{ hops: readonly Hop[] }>(
      'GET',
      `/_sandbox/exchanges/${settlement?.trace ?? ''}`,
    );
    const [national, insured] = json.hops;
    expect(national?.input.data.mdtrtsn).toMatch(/^440300/);
    expect(insured?.input).toEqual(national?.input);
  });

  it('show a query as soon as it was answered', async () => {
    const trace = traceOf(await counter.post('/fsi/api/1901', DICTIONARY));
    expect((await newest(1))[0]?.trace).toBe(trace);
  });

  it.each(['0', '-1', '501', 'all', '1.5'])('are not told %s at a time', async (limit) => {
    expect((await counter.control('GET', `/_sandbox/exchanges?limit=${limit}`)).status).toBe(422);
  });

  it('tell one of them whole: the decoded input and the bytes of both sides', async () => {
    const body = JSON.stringify({ ...ENVELOPE, ...DICTIONARY });
    const response = await post(body);
    const answered = await response.clone().text();
    expect((await detail(traceOf(response))).json).toMatchObject({
      infno: '1901',
      input: { data: { type: 'GEND' } },
      request: { encoding: 'utf-8', size: Buffer.byteLength(body), text: body },
      answer: { encoding: 'utf-8', text: answered },
      bodyLost: false,
    });
  });

  it('tell a body as it was sent, in GBK or as no text at all', async () => {
    const gbk = await post(new Uint8Array(iconv.encode(JSON.stringify({ ...ENVELOPE, ...DICTIONARY }), 'gbk')));
    expect((await detail(traceOf(gbk))).json.request).toMatchObject({
      encoding: 'gbk',
      text: expect.stringContaining('深圳市沙箱第一人民医院') as string,
    });
    const garbage = Uint8Array.of(0xff, 0xfe, 0x00, 0x80);
    const { request } = (await detail(traceOf(await post(garbage)))).json;
    expect(request).toEqual({ encoding: 'base64', size: 4, text: Buffer.from(garbage).toString('base64') });
  });

  it('keep no number that may be a real person’s, neither in the journal nor in a body', async () => {
    const input = { data: { mdtrt_cert_type: '02', mdtrt_cert_no: REAL, certno: REAL } };
    const response = await counter.post('/fsi/api/1101', { infno: '1101', insuplc_admdvs: '430100', input });
    const { json } = await detail(traceOf(response));
    expect(JSON.stringify(json)).not.toContain(REAL);
    expect(json.request.text).toContain(`${REAL.slice(0, 6)}************`);
  });

  it('that were never there are not told', async () => {
    expect((await detail('T9999999999')).status).toBe(404);
  });

  it('are forgotten in a reset, their bodies too', async () => {
    const trace = traceOf(await counter.post('/fsi/api/1901', DICTIONARY));
    await counter.control('POST', '/_sandbox/workspaces/default/reset');
    expect((await detail(trace)).status).toBe(404);
    expect(await newest(10)).toEqual([]);
  });
});
