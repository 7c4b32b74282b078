import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/platform/store/sqlite/open.ts';
import type { Reader } from '../../src/platform/store/port.ts';
import { startServer } from '../support/running-server.ts';

const HOSPITAL = 'H44030099001';
const children: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Sent = { readonly msgid: string; readonly infno: string; readonly input: object };
type Parsed = { infcode: number; err_msg: string | null; output: { data: { mdtrt_id: string } } };

const send = async (url: string, { msgid, infno, input }: Sent): Promise<string> => {
  const envelope = { mdtrtarea_admvs: '440300', insuplc_admdvs: '610100', fixmedins_code: HOSPITAL };
  const response = await fetch(`${url}/hsa/hgs/${infno}`, {
    method: 'POST',
    body: JSON.stringify({ infno, msgid, ...envelope, input }),
  });
  return response.text();
};

const PERSON = '6101009900000000000001';
const CREDENTIAL = { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001' };

/** One window that registers, uploads and settles without end; everything that was acknowledged is written down. */
const work = async (url: string, window: string, acknowledged: Map<string, { sent: Sent; bytes: string }>) => {
  for (let round = 0; ; round += 1) {
    const step = async (infno: string, input: object): Promise<Parsed> => {
      const sent = { msgid: `${window}R${round}I${infno}`, infno, input };
      const bytes = await send(url, sent);
      const answer = JSON.parse(bytes) as Parsed;
      if (answer.infcode === 0) acknowledged.set(sent.msgid, { sent, bytes });
      return answer;
    };
    const psn_no = PERSON;
    const data = { psn_no, insutype: '310', ipt_otp_no: `${window}${round}`, ...CREDENTIAL };
    const { mdtrt_id } = (await step('2201', { data })).output.data;
    const disease = { dise_codg: 'M03900', dise_name: '高血压' };
    await step('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', ...disease } });
    const line = { feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', ...disease, med_list_codg: '003107010210000' };
    await step('2204', { feedetail: [{ ...line, det_item_fee_sumamt: 10, cnt: 1, pric: 10 }] });
    const claim = { psn_no, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: 10, med_type: '14', ...CREDENTIAL };
    await step('2207', { data: { ...claim, insutype: '310', acct_used_flag: '1' } });
  }
};

/** Every settlement stands in all three books, and the lines of its batch are its own. */
const halves = (reader: Reader): string[] =>
  reader.visitsOf(PERSON).flatMap(({ mdtrt_id }) => {
    const settled = reader.settlementsOfVisit('treatment', mdtrt_id);
    const insured = reader.settlementsOfVisit('insured', mdtrt_id);
    const books = settled.flatMap(({ setl_id }) => [
      ...(reader.settlement('national', setl_id) ? [] : [`${setl_id} is not in the national book`]),
      ...(reader.settlement('insured', setl_id) ? [] : [`${setl_id} is not in the insured book`]),
    ]);
    const orphans = insured.filter((row) => !settled.some((own) => own.setl_id === row.setl_id));
    const batches = reader.batches(mdtrt_id).filter((batch) => batch.settledBy !== settled[0]?.setl_id);
    return [
      ...books,
      ...orphans.map((row) => `${row.setl_id} is in the insured book only`),
      ...batches.map((batch) => `batch ${batch.chrg_bchno} of ${mdtrt_id} is held by ${batch.settledBy ?? 'nobody'}`),
    ];
  });

const bookIn = (data: string): string => {
  const folder = join(data, 'workspaces/default');
  const book = readdirSync(folder).find((name) => /^book-\d+\.db$/.test(name));
  return join(folder, book ?? '');
};

describe('kill -9 under load', () => {
  it('loses no acknowledged message and leaves no half settlement, three times on one book', async () => {
    const data = mkdtempSync(join(tmpdir(), 'kuasheng-crash-'));
    folders.push(data);
    const acknowledged = new Map<string, { sent: Sent; bytes: string }>();
    for (const life of [1, 2, 3]) {
      const { url, child } = await startServer(data);
      children.push(child);
      for (const { sent, bytes } of acknowledged.values()) expect(await send(url, sent)).toBe(bytes);
      const windows = Array.from({ length: 8 }, (_, window) => work(url, `L${life}W${window}`, acknowledged));
      const stopped = Promise.allSettled(windows);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      child.kill('SIGKILL');
      await stopped;
    }
    expect(acknowledged.size).toBeGreaterThan(100);
    const store = openSqliteStore({ file: bookIn(data), synchronous: 'FULL' });
    expect(halves(store.reader)).toEqual([]);
    store.close();
  });
});
