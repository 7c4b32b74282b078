/** Prepares what the measurements replay: a person, a visit, batches of ten lines; as any HIS would, over HTTP. */
import { writeFileSync } from 'node:fs';

const HOSPITAL = 'H44030099001';
const ITEM = '003107010210000';
const LINES = 10;
const BATCHES_PER_VISIT = 25;

type Persona = { id: string; card_no: string; card_sn: string; psn_no: string };

let serial = 0;

const message = (infno: string, input: object, insuplc = '610100') => {
  serial += 1;
  return JSON.stringify({
    infno, msgid: `${HOSPITAL}2026${String(serial).padStart(14, '0')}`, mdtrtarea_admvs: '440300',
    insuplc_admdvs: insuplc, recer_sys_code: 'YBXT', dev_no: null, dev_safe_info: null, cainfo: '', signtype: null,
    infver: '1.0.0', opter_type: '1',
    opter: 'S001', opter_name: '收费员', inf_time: '2026-09-01 10:00:00', fixmedins_code: HOSPITAL,
    fixmedins_name: '深圳市沙箱第一人民医院', sign_no: '000001', input,
  });
}; // prettier-ignore

const post = async (url: string, infno: string, input: object) => {
  const response = await fetch(`${url}/fsi/api/bench`, { method: 'POST', body: message(infno, input) });
  const answer = (await response.json()) as {
    infcode: number;
    err_msg: string;
    output: { data: { mdtrt_id: string } };
  };
  if (answer.infcode !== 0) throw new Error(`${infno}: ${answer.err_msg}`);
  return answer.output;
};

/** Files of bodies, one a line: 1101 by card, 2206 of one batch, and as many 2207 as there are batches. */
export const prepare = async (url: string, folder: string, settlements: number) => {
  const listed = (await (await fetch(`${url}/_sandbox/personas`)).json()) as { personas?: Persona[] } | Persona[];
  const personas = Array.isArray(listed) ? listed : (listed.personas ?? []);
  const person = personas.find((row) => row.id === 'xian-worker-hypertension-diabetes');
  if (!person) throw new Error('the persona is missing');
  const card = { mdtrt_cert_type: '03', mdtrt_cert_no: person.card_no, card_sn: person.card_sn };
  const query = message('1101', { data: card }, '');
  const { output } = (await (await fetch(`${url}/fsi/api/x`, { method: 'POST', body: query })).json()) as {
    output: { baseinfo: { psn_no: string } };
  };
  const { psn_no } = output.baseinfo;
  const settle: string[] = [];
  let trial = '';
  while (settle.length < settlements) {
    const claims = await visit(url, psn_no, card);
    trial ||= message('2206', { data: claims[0] });
    settle.push(...claims.slice(1).map((data) => message('2207', { data })));
  }
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(`${folder}/${name}`, `${lines.join('\n')}\n`);
    return `${folder}/${name}`;
  };
  return { query: file('1101', [query]), trial: file('2206', [trial]), settle: file('2207', settle) };
};

const visit = async (url: string, psn_no: string, card: object) => {
  const { data } = await post(url, '2201', { data: { psn_no, insutype: '310', ipt_otp_no: `OP${serial}`, ...card } });
  const { mdtrt_id } = data;
  const treatment = { mdtrt_id, psn_no, med_type: '14', begntime: '2026-09-01 10:00:00', dise_codg: 'M03900' };
  await post(url, '2203', { mdtrtinfo: { ...treatment, dise_name: '高血压' }, diseinfo: [] });
  const batches = Array.from({ length: BATCHES_PER_VISIT }, (_, index) => `B${index}`);
  const feedetail = batches.flatMap((chrg_bchno) =>
    Array.from({ length: LINES }, (_, line) => ({
      feedetl_sn: `${chrg_bchno}-${line}`, mdtrt_id, psn_no, chrg_bchno, dise_codg: 'M03900', rx_circ_flag: '0',
      fee_ocur_time: '2026-09-01 10:00:00', med_list_codg: ITEM, medins_list_codg: `HIS${line}`,
      det_item_fee_sumamt: 1.6, cnt: 1, pric: 1.6, bilg_dept_codg: 'A03', bilg_dept_name: '内科',
      bilg_dr_codg: 'D440300999001', bilg_dr_name: '沙箱医生', hosp_appr_flag: '0',
    })),
  ); // prettier-ignore
  await post(url, '2204', { feedetail });
  return batches.map((chrg_bchno) => ({
    psn_no, ...card, psn_cert_type: '01', certno: '', med_type: '14', medfee_sumamt: 16, psn_setlway: '01', mdtrt_id,
    chrg_bchno, insutype: '310', acct_used_flag: '0', invono: '', fulamt_ownpay_amt: 0, overlmt_selfpay: 0,
    preselfpay_amt: 0.8, inscp_scp_amt: 15.2,
  })); // prettier-ignore
};
