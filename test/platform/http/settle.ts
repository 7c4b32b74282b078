import { must } from '../../../src/kernel/assert.ts';
import { jsonOf, type Counter } from './counter.ts';

/** What came of a settlement over HTTP. */
export type Settled = {
  readonly setl_id: string;
  readonly mdtrt_id: string;
  readonly psn_no: string;
  /** Trace of the 2207. */
  readonly trace: string;
  readonly send: <Output = unknown>(infno: string, input: unknown) => Promise<{ output: Output; trace: string }>;
};

/** Who comes with a card. */
export type Cardholder = {
  readonly id: string;
  readonly psn_no: string;
  readonly card_no: string;
  readonly card_sn: string;
};
type Personas = { readonly personas: readonly Cardholder[] };
type Registered = { readonly data: { readonly mdtrt_id: string } };

/** What a test reads of 2207 and 2208. */
export type SettledOutput = { readonly setlinfo: { readonly setl_id: string } };

const firstPersona = async (counter: Counter): Promise<Cardholder> => {
  const { json } = await counter.control<Personas>('GET', '/_sandbox/personas');
  const person = json.personas.find((row) => row.id === 'xian-worker-hypertension-diabetes');
  must(person, 'the seeds have this persona');
  return person;
};

/**
 * A worker of 西安 with 高血压, 秦双慢 unless another one is named, in 深圳: registers, uploads two fee lines of 218.00 元
 * together, and settles them as batch B1.
 */
export const settle = async (counter: Counter, cardholder?: Cardholder, world = ''): Promise<Settled> => {
  const person = cardholder ?? (await firstPersona(counter));
  let serial = 0;
  const send: Settled['send'] = async <Output>(infno: string, input: unknown) => {
    serial += 1;
    const msgid = `H4403009900120260901100000${String(serial).padStart(4, '0')}`;
    const response = await counter.post(`${world}/fsi/api/${infno}`, { infno, msgid, insuplc_admdvs: '610100', input });
    const answer = await jsonOf<{ infcode: number; err_msg: string | null; output: Output }>(response);
    must(answer.infcode === 0, `${infno}: ${answer.err_msg ?? ''}`);
    return { output: answer.output, trace: response.headers.get('x-kuasheng-trace') ?? '' };
  };

  const { psn_no, card_no, card_sn } = person;
  const credential = { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn };
  const now = '2026-09-01 10:00:00';
  const disease = { dise_codg: 'M03900', dise_name: '高血压' };
  const registered = await send<Registered>('2201', {
    data: { psn_no, insutype: '310', begntime: now, ...credential, ipt_otp_no: 'OP1' },
  });
  const { mdtrt_id } = registered.output.data;
  await send('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', begntime: now, ...disease }, diseinfo: [] });
  const line = { mdtrt_id, psn_no, chrg_bchno: 'B1', dise_codg: 'M03900', rx_circ_flag: '0', fee_ocur_time: now };
  await send('2204', {
    feedetail: [
      {
        ...line, feedetl_sn: '1', med_list_codg: '003107010210000', medins_list_codg: 'HIS1', cnt: 1, pric: 160,
        det_item_fee_sumamt: 160,
      },
      {
        ...line, feedetl_sn: '2', med_list_codg: 'C9900010039900199001', medins_list_codg: 'HIS2', cnt: 2.5, pric: 23.2,
        det_item_fee_sumamt: 58,
      },
    ],
  }); // prettier-ignore
  const settled = await send<SettledOutput>('2207', {
    data: {
      psn_no, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: 218, med_type: '14', insutype: '310', acct_used_flag: '1',
      psn_setlway: '01', ...credential,
    },
  }); // prettier-ignore
  return { setl_id: settled.output.setlinfo.setl_id, mdtrt_id, psn_no, trace: settled.trace, send };
};
