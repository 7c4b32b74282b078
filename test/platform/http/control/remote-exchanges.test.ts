import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';
import { settle } from '../settle.ts';

const counter = openCounter();

type Body = { readonly text: string };
type Hop = {
  readonly door: string;
  readonly infno: string;
  readonly hop: number;
  readonly infcode: number;
  readonly via?: string;
  readonly input: unknown;
  readonly request?: Body;
  readonly answer?: Body;
};
type Exchange = Hop & { readonly trace: string; readonly hops: readonly Hop[]; readonly bodyLost: boolean };

let silent: string | undefined;

/** The province is another workspace of the same sandbox, behind an address of its own. */
const wire = setupServer(
  http.post('http://province.test/insured/:infno', async ({ request, params }) => {
    const infno = String(params['infno']);
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: await request.text() };
    const answer = await (await counter.request(`/w/province/insured/${infno}`, init)).text();
    if (infno === silent) await new Promise((resolve) => setTimeout(resolve, 1_000));
    return new HttpResponse(answer);
  }),
);

beforeAll(async () => {
  wire.listen({ onUnhandledRequest: 'bypass' });
  await counter.control('POST', '/_sandbox/workspaces', { name: 'province' });
  const remote = { url: 'http://province.test/insured', timeoutMs: 100 };
  await counter.control('PUT', '/_sandbox/places/610000', { remote });
});
afterAll(() => wire.close());

const detail = async (trace: string): Promise<Exchange> => {
  const { status, json } = await counter.control<Exchange>('GET', `/_sandbox/exchanges/${trace}`);
  expect(status).toBe(200);
  return json;
};

const named = ({ door, infno, infcode, via }: Hop) => `${door}/${infno} ${infcode} ${via ?? ''}`.trim();

describe('an exchange that went to a province’s own system', () => {
  it('shows what went over the wire and what came back', async () => {
    const { trace } = await settle(counter);
    const exchange = await detail(trace);
    expect(exchange.hops.map(named)).toEqual(['national/1107 0', 'insured/1107 0 remote']);
    const [national, insured] = exchange.hops;
    expect(insured?.input).toEqual(national?.input);
    expect(JSON.parse(insured?.request?.text ?? '')).toMatchObject({ infno: '1107', insuplc_admdvs: '610100' });
    expect(JSON.parse(insured?.answer?.text ?? '')).toMatchObject({ infcode: 0 });
    expect(national?.request).toBeUndefined();
  });

  it('is told whole when its answer came late, and under the trace of each message that asked', async () => {
    const { mdtrt_id, psn_no, send } = await settle(counter);
    const line = { mdtrt_id, psn_no, chrg_bchno: 'B2', dise_codg: 'M03900', rx_circ_flag: '0' };
    const item = { feedetl_sn: '9', med_list_codg: '003107010210000', medins_list_codg: 'HIS1' };
    await send('2204', { feedetail: [{ ...line, ...item, cnt: 1, pric: 160, det_item_fee_sumamt: 160 }] });
    const claim = {
      psn_no, mdtrt_id, chrg_bchno: 'B2', medfee_sumamt: 160, med_type: '14', insutype: '310', acct_used_flag: '1',
      mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001',
    }; // prettier-ignore
    const message = { infno: '2207', msgid: 'H44030099001LATE', insuplc_admdvs: '610100', input: { data: claim } };
    const post = async () => (await counter.post('/fsi/api/2207', message)).headers.get('x-kuasheng-trace') ?? '';

    silent = '1107';
    const first = await post();
    const again = await post();
    silent = undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_500));

    const lost = await detail(first);
    expect(lost.infcode).toBe(-1);
    expect(lost.bodyLost).toBe(false);
    expect(lost.hops.map(named).sort()).toEqual([
      'hospital/2207 0',
      'insured/1107 -1 remote',
      'insured/1107 0 remote',
      'national/1107 0',
    ]);
    for (const hop of lost.hops.slice(1)) expect(hop.input).toMatchObject({ data: { mdtrt_regno: mdtrt_id } });
    const asked = await detail(again);
    expect(asked.hops.map(named)).toContain('insured/1107 -1 remote');

    const done = await detail(await post());
    expect(done).toMatchObject({ infno: '2207', infcode: 0 });
    const { json } = await counter.control<{ exchanges: Exchange[] }>('GET', '/_sandbox/exchanges?limit=100');
    expect(json.exchanges.map(({ trace }) => trace)).toEqual(expect.arrayContaining([first, again]));
    expect(counter.defects).toEqual([]);
  });
});
