import { ok } from '../../../../../src/kernel/result.ts';
import type { httpCall } from '../../../../../src/platform/features/demo/http-call.ts';
import type { Member } from '../../../../../src/platform/features/acceptance/self-run/cast.ts';
import { provincesAt, type Provinces } from '../../../../../src/platform/features/acceptance/self-run/province.ts';
import type { Stage } from '../../../../../src/platform/features/acceptance/self-run/scene.ts';

/** Somebody of 西安 who can show everything. */
export const member = (population: string, insutype = '310'): Member => ({
  population,
  psn_no: `PSN-${population}`,
  psn_name: population,
  psn_cert_type: '01',
  certno: '619900197704180014',
  ec_token: `TOKEN-${population}`,
  card_no: `CARD-${population}`,
  card_sn: 'SN',
  insutype,
  psn_type: '1101',
  filings: [],
});

/** 深圳 treats 西安. */
export const STAGE: Stage = {
  role: 'treatment',
  treatment: '440000',
  hospital: {
    fixmedins_code: 'H44030099001',
    fixmedins_name: '深圳市沙箱第一人民医院',
    uscc: '12449900MB9900013G',
    hosp_lv: '2',
    place: '440300',
  },
  insured: '610000',
  insuplc: '610100',
  third: '460000',
  cast: { populations: [member('职工在职'), member('职工退休'), member('居民', '390')], others: [], temporary: [] },
};

/** What was sent to the national door. */
export type Sent = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly infno: string;
  readonly msgid: string;
  readonly input: { readonly data: Readonly<Record<string, unknown>> };
};

/** How the national node answers in a test: an output, or the text of a refusal. */
export type Answering = (sent: Sent) => { readonly output?: unknown; readonly err_msg?: string; violations?: string };

/** Provinces that speak to a function instead of a server, and what they have said. */
export const provincesBefore = (answering: Answering): { readonly provinces: Provinces; readonly sent: Sent[] } => {
  const sent: Sent[] = [];
  const call: typeof httpCall = (url, { headers = {}, body = '' }) => {
    const message = { url, headers, ...(JSON.parse(String(body)) as Pick<Sent, 'infno' | 'msgid' | 'input'>) };
    sent.push(message);
    const { output = null, err_msg, violations } = answering(message);
    const answer = { infcode: err_msg === undefined ? 0 : -1, err_msg, output, refmsg_time: '20260901100001000' };
    return Promise.resolve(
      ok({
        status: 200,
        text: JSON.stringify(answer),
        header: (name) => (name === 'x-kuasheng-violations' ? violations : undefined),
      }),
    );
  };
  const server = { base: 'http://127.0.0.1:1', workspace: 'team-a', call };
  return { provinces: provincesAt(server, { now: '2026-09-01 10:00:00', run: 7, keys: { 610000: 'secret' } }), sent };
};
