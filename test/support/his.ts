import { must } from '../../src/kernel/assert.ts';
import { printScaled } from '../../src/kernel/decimal.ts';
import { HOSPITAL } from './world.ts';

/** How a sandbox is reached: its HTTP application without a socket, or a server. */
export type Request = (path: string, init?: RequestInit) => Promise<Response> | Response;

/** A HIS, and its tester at the control API, at one workspace of a sandbox. */
export type His = {
  /** Sends a message of the hospital door; the envelope is filled in, the msgid counts on unless it is named. */
  readonly send: (infno: string, input: object, more?: Readonly<Record<string, unknown>>) => Promise<Told>;
  /** Posts bytes as they are. */
  readonly post: (body: string) => Promise<Told>;
  readonly control: <T>(method: string, path: string, body?: object) => Promise<T>;
};

/** An answer: its bytes, and what a HIS reads in them. */
export type Told = {
  readonly bytes: string;
  readonly infcode: number;
  readonly output: {
    readonly data?: { readonly mdtrt_id?: string };
    readonly setlinfo?: { readonly setl_id?: string };
  } | null;
};

/** As the control API tells a person. */
export type Patient = {
  readonly psn_no: string;
  readonly card_no: string | null;
  readonly certno: string;
  readonly insuplc_admdvs: string;
  readonly insutype: string;
  readonly diseases: readonly string[];
};

/** `path` of the workspace: `` or `/w/team-a`. */
export const openHis = (request: Request, path = ''): His => {
  let serial = 0;
  const fetched = async (at: string, method: string, body?: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const response = await request(path + at, { method, ...(body !== undefined && { headers, body }) });
    return response.text();
  };
  const post = async (body: string, infno = '0000'): Promise<Told> => {
    const bytes = await fetched(`/fsi/api/${infno}`, 'POST', body);
    return { ...(JSON.parse(bytes) as Omit<Told, 'bytes'>), bytes };
  };
  return {
    post,
    send: (infno, input, more) => {
      serial += 1;
      const msgid = `${HOSPITAL}202609011000${String(serial).padStart(6, '0')}`;
      return post(JSON.stringify({ ...ENVELOPE, infno, msgid, input, ...more }), infno);
    },
    control: async <T>(method: string, at: string, body?: object) =>
      JSON.parse(await fetched(`/_sandbox${at}`, method, body && JSON.stringify(body))) as T,
  };
};

const ENVELOPE = {
  mdtrtarea_admvs: '440300', recer_sys_code: 'YBXT', infver: '1.0.0', opter_type: '1', opter: 'S001',
  opter_name: '收费员', inf_time: '2026-09-01 10:00:00', fixmedins_code: HOSPITAL, sign_no: null,
}; // prettier-ignore

/** Person number n of a place, of whom a look tells all that a window needs. */
export const patientOf = async (his: His, place: string, n: number): Promise<Patient> => {
  const { people } = await his.control<{ people: Patient[] }>('GET', `/people?place=${place}&from=${n}&limit=1`);
  const [patient] = people;
  must(patient, `${place} has a person ${n}`);
  return patient;
};

/** A visit at a window: one line of 动态血压监测 under a batch number. */
export type Visit = {
  readonly settle: (msgid?: string) => Promise<Told>;
  readonly refund: (setl_id: string) => Promise<Told>;
  readonly reverse: (omsgid: string) => Promise<Told>;
  readonly trial: () => Promise<Told>;
};

/**
 * Registers (2201), tells the treatment (2203; 慢特病 where the person has one, else 普通门诊) and uploads the line (2204),
 * whatever they are answered.
 */
export const openVisit = async (his: His, patient: Patient, fen: number): Promise<Visit> => {
  const { psn_no, insutype, insuplc_admdvs, card_no, certno } = patient;
  const at = { insuplc_admdvs };
  const credential =
    card_no === null
      ? { mdtrt_cert_type: '02', mdtrt_cert_no: certno }
      : { mdtrt_cert_type: '03', mdtrt_cert_no: card_no };
  const [dise_codg] = patient.diseases;
  const disease = dise_codg === undefined ? {} : { dise_codg, dise_name: '病种' };
  const med_type = dise_codg === undefined ? '11' : '14';
  const yuan = printScaled(fen, 2);
  const registered = await his.send('2201', { data: { psn_no, insutype, ipt_otp_no: 'OP1', ...credential } }, at);
  const mdtrt_id = registered.output?.data?.mdtrt_id ?? 'NONE';
  await his.send('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type, ...disease }, diseinfo: [] }, at);
  const line = {
    feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', ...disease, med_list_codg: '003107010210000',
    medins_list_codg: 'HIS1', det_item_fee_sumamt: yuan, cnt: 1, pric: yuan, rx_circ_flag: '0',
  }; // prettier-ignore
  await his.send('2204', { feedetail: [line] }, at);
  const claim = { psn_no, mdtrt_id, insutype, chrg_bchno: 'B1', medfee_sumamt: yuan, med_type, ...credential };
  const data = { ...claim, acct_used_flag: '1' };
  return {
    trial: () => his.send('2206', { data: claim }, at),
    settle: (msgid) => his.send('2207', { data }, { ...at, ...(msgid !== undefined && { msgid }) }),
    refund: (setl_id) => his.send('2208', { data: { psn_no, mdtrt_id, setl_id } }, at),
    reverse: (omsgid) => his.send('2601', { data: { psn_no, omsgid, oinfno: '2207' } }, at),
  };
};
