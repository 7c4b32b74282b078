import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer } from '../support/running-server.ts';

/** The same conversation on two machines: only the journal's hash is compared. */

const HOSPITAL = 'H44030099001';
const ENVELOPE = { mdtrtarea_admvs: '440300', insuplc_admdvs: '610100', fixmedins_code: HOSPITAL, infver: '1.0.0' };
const PERSON = '6101009900000000000001';
const CREDENTIAL = { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001' };

const children: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Machine = { readonly zone: string; readonly folder: string };
type Answer = { readonly infcode: number; readonly output: { readonly data: { readonly mdtrt_id: string } } | null };

const json = async <T>(url: string, init?: RequestInit): Promise<T> => (await (await fetch(url, init)).json()) as T;

/** A server on a machine of that zone, whose clock goes as the test wants it. */
const serverOn = async ({ zone, folder }: Machine, clock: object): Promise<string> => {
  const data = join(mkdtempSync(join(tmpdir(), 'kuasheng-hash-')), folder);
  folders.push(data);
  const { url, child } = await startServer(data, { words: ['--now', '2026-09-01 08:00:00'], env: { TZ: zone } });
  children.push(child);
  const headers = { 'content-type': 'application/json', 'user-agent': zone };
  await fetch(`${url}/_sandbox/clock`, { method: 'PUT', headers, body: JSON.stringify(clock) });
  return url;
};

/** A visit from the card to the reversal, with a query, a repetition, refusals and messages that no table knows. */
const converse = async (url: string, amount: number): Promise<void> => {
  let serial = 0;
  const send = (infno: string, input: object, msgid?: string): Promise<Answer> => {
    serial += 1;
    const body = { ...ENVELOPE, infno, msgid: msgid ?? `${HOSPITAL}M${serial}`, input };
    return json<Answer>(`${url}/fsi/api/${infno}`, { method: 'POST', body: JSON.stringify(body) });
  };
  await send('1101', { data: CREDENTIAL });
  const data = { psn_no: PERSON, insutype: '310', ipt_otp_no: 'OP1', ...CREDENTIAL };
  const mdtrt_id = (await send('2201', { data })).output?.data.mdtrt_id ?? '';
  const disease = { dise_codg: 'M03900', dise_name: '高血压' };
  await send('2203', { mdtrtinfo: { mdtrt_id, psn_no: PERSON, med_type: '14', ...disease }, diseinfo: [] });
  const line = { feedetl_sn: '1', mdtrt_id, psn_no: PERSON, chrg_bchno: 'B1', ...disease };
  const priced = { med_list_codg: '003107010210000', det_item_fee_sumamt: amount, cnt: 1, pric: amount };
  await send('2204', { feedetail: [{ ...line, ...priced }] });
  const claim = { psn_no: PERSON, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: amount, med_type: '14', ...CREDENTIAL };
  const settle = { data: { ...claim, insutype: '310', acct_used_flag: '1' } };
  await send('2206', settle);
  await send('2207', settle, 'SETTLED');
  await send('2207', settle, 'SETTLED');
  await send('2207', settle);
  await send('2601', { data: { psn_no: PERSON, omsgid: 'SETTLED', oinfno: '2207' } });
  await send('9999', {});
  await fetch(`${url}/fsi/api/1101`, { method: 'POST', body: 'no JSON' });
};

type Hash = { readonly hash: string; readonly rows: number; readonly withoutAnswer: number };

const hashOf = async (machine: Machine, clock: object, amount = 160): Promise<Hash> => {
  const url = await serverOn(machine, clock);
  await converse(url, amount);
  return json<Hash>(`${url}/_sandbox/journal/hash`);
};

const HERE = { zone: 'UTC', folder: 'here' };
const THERE = { zone: 'Asia/Shanghai', folder: 'another/folder' };

describe('the hash of the journal', () => {
  it.each([
    [{ mode: 'frozen', at: '2026-09-01 10:00:00' }],
    [{ mode: 'stepped', at: '2026-09-01 10:00:00', step: 1_500 }],
  ])('is the same in two processes, two zones and two folders, under the clock %j', async (clock) => {
    const [one, other] = await Promise.all([hashOf(HERE, clock), hashOf(THERE, clock)]);
    expect(one.rows).toBeGreaterThan(18);
    expect(other).toEqual(one);
  });

  it('is another one when a cent, or a moment, is another one', async () => {
    const clock = { mode: 'frozen', at: '2026-09-01 10:00:00' };
    const hashes = await Promise.all([
      hashOf(HERE, clock),
      hashOf(HERE, clock, 160.01),
      hashOf(HERE, { ...clock, at: '2026-09-01 10:00:01' }),
    ]);
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(3);
  });
});
