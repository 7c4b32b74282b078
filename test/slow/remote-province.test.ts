import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/platform/store/sqlite/open.ts';
import type { Store } from '../../src/platform/store/port.ts';
import { audit, opening } from '../support/audit.ts';
import type { Opening } from '../support/audit/all-books.ts';
import { startServer } from '../support/running-server.ts';
import { asOneBook } from '../support/two-books.ts';

/**
 * Two sandboxes in two processes: in one the hospital and the national node, in the other a province's own system. The
 * province dies after it has settled and before its answer leaves, and later it freezes and thaws again.
 */

const children: ChildProcess[] = [];
const folders: string[] = [];
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const dataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-two-'));
  folders.push(folder);
  return folder;
};

const start = async (data: string) => {
  const started = await startServer(data);
  children.push(started.child);
  return started;
};

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

const storeIn = (data: string): Store => {
  const folder = join(data, 'workspaces/default');
  const book = readdirSync(folder).find((name) => /^book-\d+\.db$/.test(name)) ?? '';
  return openSqliteStore({ file: join(folder, book), synchronous: 'FULL' });
};

/** A place in front of the province that stays where it is when the province starts anew, and may swallow answers. */
const openProxy = async () => {
  const at: { target: string; swallow?: (infno: string) => Promise<void> | void } = { target: '' };
  const proxy = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const path = request.url ?? '';
      const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('x-kuasheng-'));
      const sent = { headers: Object.fromEntries(headers) as Record<string, string>, body: Buffer.concat(chunks) };
      const answer = await fetch(at.target + path, { method: 'POST', ...sent });
      const bytes = Buffer.from(await answer.arrayBuffer());
      await at.swallow?.(path.split('/').at(-1) ?? '');
      response.writeHead(answer.status).end(bytes);
    })().catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  servers.push(proxy);
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { at, url: `http://127.0.0.1:${port}/insured` };
};

type Answer = {
  infcode: number;
  err_msg: string | null;
  output: { data: { mdtrt_id: string }; setlinfo: { setl_id: string } };
};

/** A window of 深圳 at that address. */
const windowAt = (url: string) => {
  let serial = 0;
  return async (infno: string, input: object, msgid = `H44030099001TWO${(serial += 1)}`): Promise<Answer> => {
    const envelope = { mdtrtarea_admvs: '440300', insuplc_admdvs: '610100', fixmedins_code: 'H44030099001' };
    const response = await fetch(`${url}/hsa/hgs/${infno}`, {
      method: 'POST',
      body: JSON.stringify({ infno, msgid, ...envelope, input }),
    });
    return (await response.json()) as Answer;
  };
};

const psn_no = '6101009900000000000001';
const CARD = { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001' };

const connect = async (nation: string, url: string): Promise<void> => {
  const response = await fetch(`${nation}/_sandbox/places/610100`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ remote: { url, timeoutMs: 3_000, key: 'shared' } }),
  });
  expect(response.status).toBe(200);
};

/** What the persons of the province have before anything happens. */
const openingOf = async (data: string): Promise<Opening> => {
  const { child } = await start(data);
  await kill(child);
  const store = storeIn(data);
  const before = opening(store.reader);
  store.close();
  return before;
};

it('a province that dies or freezes in the middle of a settlement leaves books that agree', async () => {
  const [dataA, dataB] = [dataFolder(), dataFolder()];
  const before = await openingOf(dataB);
  const [nation, proxy] = [await start(dataA), await openProxy()];
  let province = await start(dataB);
  const agree = (url: string) =>
    fetch(`${url}/_sandbox/settings`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nationalKey: 'shared' }),
    });
  await agree(province.url);
  proxy.at.target = province.url;
  await connect(nation.url, proxy.url);

  const send = windowAt(nation.url);
  const yes = async (answer: Promise<Answer>) => {
    const { err_msg, output } = await answer;
    expect(err_msg).toBeNull();
    return output;
  };
  const { mdtrt_id } = (await yes(send('2201', { data: { psn_no, insutype: '310', ipt_otp_no: '1', ...CARD } }))).data;
  const disease = { dise_codg: 'M03900', dise_name: '高血压' };
  await yes(send('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', ...disease } }));
  const item = { mdtrt_id, psn_no, ...disease, med_list_codg: '003107010210000', cnt: 1, pric: 1000 };
  for (const chrg_bchno of ['B1', 'B2']) {
    const line = { ...item, feedetl_sn: chrg_bchno, chrg_bchno, det_item_fee_sumamt: 1000 };
    await yes(send('2204', { feedetail: [line] }));
  }
  const settle = (chrg_bchno: string, msgid: string) => {
    const claim = { psn_no, mdtrt_id, chrg_bchno, medfee_sumamt: 1000, med_type: '14', insutype: '310', ...CARD };
    return send('2207', { data: { ...claim, acct_used_flag: '1' } }, msgid);
  };

  // It has settled, and dies before its answer leaves.
  proxy.at.swallow = async (infno) => {
    if (infno !== '1107') return;
    await kill(province.child);
    throw new Error('the answer is lost');
  };
  const UNKNOWN = '[国家平台] 参保地无应答，结果未知，请发起冲正';
  expect((await settle('B1', 'LOST')).err_msg).toBe(UNKNOWN);
  const down = await send('2206', {
    data: { psn_no, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: 1000, med_type: '14', insutype: '310', ...CARD },
  });
  expect(down.infcode).toBe(-1);

  province = await start(dataB);
  proxy.at.target = province.url;
  delete proxy.at.swallow;
  await yes(send('2601', { data: { psn_no, omsgid: 'LOST', oinfno: '2207' } }));
  const { setl_id } = (await yes(settle('B1', 'AGAIN'))).setlinfo;

  // It freezes in the middle of the next one, and answers when it thaws.
  province.child.kill('SIGSTOP');
  expect((await settle('B2', 'FROZEN')).err_msg).toBe(UNKNOWN);
  province.child.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await yes(settle('B2', 'FROZEN'));
  await yes(send('2208', { data: { setl_id, mdtrt_id, psn_no } }));

  await kill(nation.child);
  await kill(province.child);
  const [a, b] = [storeIn(dataA), storeIn(dataB)];
  const both = asOneBook(a.reader, b.reader);
  expect(audit(both, before)).toEqual([]);
  const insured = both.settlementsOfVisit('insured', mdtrt_id).map(({ state, refundOf }) => [state, refundOf]);
  expect(insured).toEqual([
    ['reversed', undefined],
    ['refunded', undefined],
    ['effective', undefined],
    ['effective', setl_id],
  ]);
  expect(a.reader.legsInState('unknown')).toEqual([]);
  const said = a.reader.journalOfDoors(['insured']).filter(({ infno }) => infno === '1107');
  expect(said.map(({ via, infcode }) => `${via} ${infcode}`)).toEqual([
    'remote -1',
    'remote 0',
    'remote -1',
    'remote 0',
  ]);
  a.close();
  b.close();
});
