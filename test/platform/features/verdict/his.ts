import { onTestFinished } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { must } from '../../../../src/kernel/assert.ts';
import type { MoneyVerdict } from '../../../../src/platform/sandbox.ts';
import { openSandbox } from '../../../../src/platform/sandbox.ts';
import { serve } from '../../../../src/platform/http/serve.ts';
import { ENVELOPE, HOSPITAL } from '../../http/counter.ts';
import type { Cardholder } from '../../http/settle.ts';

/** What a HIS has of an answer: its envelope, or nothing that it could read. */
export type Answer = { readonly infcode: number; readonly err_msg: string | null; readonly output: unknown } | 'lost';

type How = { readonly msgid?: string; readonly fault?: string };

/** One patient at a window over a real connection, and the sandbox's verdict on what was done. */
export type His = {
  readonly url: string;
  /** Registers the patient, uploads a treatment and one line of fees; a new visit each time. */
  readonly visit: (yuan?: number, chrg_bchno?: string) => Promise<string>;
  readonly upload: (mdtrt_id: string, chrg_bchno: string, yuan?: number) => Promise<Answer>;
  readonly settle: (mdtrt_id: string, how?: How & { yuan?: number; chrg_bchno?: string }) => Promise<Answer>;
  readonly refund: (mdtrt_id: string, setl_id: string, how?: How) => Promise<Answer>;
  readonly reverse: (omsgid: string, oinfno?: string, how?: How) => Promise<Answer>;
  readonly send: (infno: string, input: unknown, how?: How) => Promise<Answer>;
  readonly control: <T>(method: string, path: string, body?: object | string) => Promise<{ status: number; json: T }>;
  readonly later: (minutes: number) => Promise<unknown>;
  readonly verdict: (query?: string) => Promise<MoneyVerdict>;
  readonly person: Cardholder;
};

const ITEM = '003107010210000';

/** The number that the answer to a settlement or refund gave. */
export const setlOf = (answer: Answer): string => {
  must(answer !== 'lost' && answer.infcode === 0, `an answer of success: ${JSON.stringify(answer)}`);
  return (answer.output as { setlinfo: { setl_id: string } }).setlinfo.setl_id;
};

export const openHis = async (): Promise<His> => {
  const sandbox = await openSandbox({ startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });
  const server = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await server.close();
    await sandbox.close();
  });
  const { url } = server;
  const control: His['control'] = async (method, path, body) => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const response = await fetch(`${url}/_sandbox${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    return { status: response.status, json: (await response.json()) as never };
  };
  const { json } = await control<{ personas: Cardholder[] }>('GET', '/personas');
  const person = json.personas.find(({ id }) => id === 'xian-worker-hypertension-diabetes');
  must(person, 'the seeds have this persona');

  let serial = 0;
  const send: His['send'] = async (infno, input, { msgid, fault } = {}) => {
    serial += 1;
    const own = msgid ?? `${HOSPITAL}20260901100000${String(serial).padStart(4, '0')}`;
    const body = JSON.stringify({ ...ENVELOPE, insuplc_admdvs: '610100', infno, msgid: own, input });
    const headers = { 'content-type': 'application/json', ...(fault !== undefined && { 'x-kuasheng-fault': fault }) };
    try {
      const response = await fetch(`${url}/fsi/api/${infno}`, { method: 'POST', headers, body });
      return (await response.json()) as Answer;
    } catch {
      return 'lost';
    }
  };

  const { psn_no, card_no, card_sn } = person;
  const credential = { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn };
  const disease = { dise_codg: 'M03900', dise_name: '高血压' };
  const upload: His['upload'] = (mdtrt_id, chrg_bchno, yuan = 100) =>
    send('2204', {
      feedetail: [
        {
          feedetl_sn: `${chrg_bchno}-1`, mdtrt_id, psn_no, chrg_bchno, dise_codg: 'M03900', med_list_codg: ITEM,
          medins_list_codg: 'HIS1', det_item_fee_sumamt: yuan, cnt: 1, pric: yuan, rx_circ_flag: '0',
        },
      ],
    }); // prettier-ignore
  return {
    url,
    send,
    control,
    person,
    upload,
    visit: async (yuan = 100, chrg_bchno = 'B1') => {
      const registered = await send('2201', { data: { psn_no, insutype: '310', ipt_otp_no: 'OP1', ...credential } });
      must(registered !== 'lost' && registered.infcode === 0, `registered: ${JSON.stringify(registered)}`);
      const { mdtrt_id } = (registered.output as { data: { mdtrt_id: string } }).data;
      await send('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', ...disease }, diseinfo: [] });
      await upload(mdtrt_id, chrg_bchno, yuan);
      return mdtrt_id;
    },
    settle: (mdtrt_id, { yuan = 100, chrg_bchno = 'B1', ...how } = {}) =>
      send(
        '2207',
        {
          data: {
            psn_no, mdtrt_id, chrg_bchno, medfee_sumamt: yuan, med_type: '14', insutype: '310', acct_used_flag: '1',
            ...credential,
          },
        },
        how,
      ), // prettier-ignore
    refund: (mdtrt_id, setl_id, how) => send('2208', { data: { setl_id, mdtrt_id, psn_no } }, how),
    reverse: (omsgid, oinfno = '2207', how) => send('2601', { data: { psn_no, omsgid, oinfno } }, how),
    later: (minutes) => control('POST', '/clock/advance', { to: `+${minutes}min` }),
    verdict: async (query = '') => (await control<MoneyVerdict>('GET', `/verdict${query}`)).json,
  };
};
