import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DICTIONARY, ENVELOPE, HOSPITAL, openCounter } from '../../counter.ts';
import { settle } from '../../settle.ts';

const counter = openCounter();

type Row = {
  readonly seq: number;
  readonly infno: string;
  readonly door: string;
  readonly hop: number;
  readonly excerpt?: string;
};
type Found = { readonly rows: readonly Row[]; readonly next: number | null; readonly dropped: object | null };

const search = async (query: string): Promise<Found> =>
  (await counter.control<Found>('GET', `/_sandbox/journal?${query}`)).json;

const named = ({ rows }: Found): string[] => rows.map(({ door, infno }) => `${door}/${infno}`);

const lines = async (path: string): Promise<readonly Record<string, unknown>[]> => {
  const text = await (await counter.request(path)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the journal', () => {
  it('is searched by what a message was, said and came to', async () => {
    const { setl_id, mdtrt_id, psn_no, trace } = await settle(counter);
    expect(named(await search(`setl_id=${setl_id}`))).toEqual(['insured/1107', 'national/1107', 'hospital/2207']);
    expect(named(await search(`mdtrt_id=${mdtrt_id}&door=hospital`))).toEqual([
      'hospital/2207', 'hospital/2204', 'hospital/2203', 'hospital/2201',
    ]); // prettier-ignore
    expect(await search('person=xian-worker-hypertension-diabetes')).toEqual(await search(`psn_no=${psn_no}`));
    expect((await search(`trace=${trace}&institution=${HOSPITAL}`)).rows).toHaveLength(3);
    expect((await search(`infno=2201,2203&hop=0`)).rows).toHaveLength(2);
    const { rows } = await search(`text=${encodeURIComponent('高血压')}`);
    expect(rows[0]?.excerpt).toContain('高血压');
    expect((await search('since=2026-09-01&until=2026-09-01')).rows.length).toBeGreaterThan(5);
    expect((await search('since=2026-09-02')).rows).toEqual([]);
  });

  it('shows a query as soon as it was answered, and what was breached or refused', async () => {
    await counter.post('/fsi/api/1901', { ...DICTIONARY, fixmedins_code: 'H00000000000' });
    const [row] = (await search('refusal=institution-unknown&infcode=-1')).rows;
    expect(row).toMatchObject({ infno: '1901', at: '2026-09-01 10:00:00', title: '字典表查询' });
    expect((await search('violations=any&infno=2204')).rows).toHaveLength(1);
    expect((await search('violations=no-such-field')).rows).toEqual([]);
  });

  it('is told page by page, none twice and none left out', async () => {
    const all = (await search('limit=500')).rows.map(({ seq }) => seq);
    const paged: number[] = [];
    for (let page = await search('limit=3'); ; page = await search(`limit=3&before=${page.next}`)) {
      paged.push(...page.rows.map(({ seq }) => seq));
      if (page.next === null) break;
    }
    expect(paged).toEqual(all);
  });

  it.each([
    ['limit=0', 'limit 应为 1 到 500 的整数'],
    ['limit=many', 'limit 应为 1 到 500 的整数'],
    ['door=window', 'door 应为 hospital、national、insured、credential 之一，可写多个，用逗号隔开，最多 20 个'],
    ['infcode=1', 'infcode 应为 -1 到 0 的整数'],
    ['since=yesterday', 'since 应为 2026-09-01 或 2026-09-01 10:00:00（虚拟时间）'],
    ['text=a', 'text 应至少为两个汉字或三个字符'],
    ['psn=1', '不认识的字段 psn'],
    [`infno=${'1,'.repeat(30)}1`, 'infno 应为交易编号，可写多个，用逗号隔开，最多 20 个'],
  ])('says what is wrong with a question: %s', async (query, message) => {
    expect(await counter.control('GET', `/_sandbox/journal?${query}`)).toMatchObject({
      status: 422,
      json: { message },
    });
  });

  it('tells its state', async () => {
    const { json } = await counter.control('GET', '/_sandbox/journal/state');
    const rows = (await search('limit=500')).rows.length;
    expect(json).toMatchObject({
      rows,
      newest: { at: '2026-09-01 10:00:00' },
      dropped: { rows: 0, upTo: 0, until: null },
      bodies: { dropped: 0 },
      keeps: { journalRows: 1_000_000, journalDays: 0, bodiesMegabytes: 4_096 },
    });
  });
});

describe('the bodies', () => {
  const message = JSON.stringify({ ...ENVELOPE, ...DICTIONARY, opter_name: '乾坤', msgid: '' });
  const post = (body: string | Uint8Array<ArrayBuffer>) => counter.request('/fsi/api/1901', { method: 'POST', body });

  it('are searched in every spelling of a text', async () => {
    await post(message);
    await post(new Uint8Array(iconv.encode(message, 'gbk')));
    await post(message.replace('乾坤', '\\u4e7e\\u5764'));
    const found = await lines(`/_sandbox/journal/bodies?text=${encodeURIComponent('乾坤')}`);
    expect(found.slice(0, -1)).toMatchObject([
      { infno: '1901', direction: 'in', encoding: 'utf-8', excerpt: expect.stringContaining('乾坤') as string },
      { infno: '1901', direction: 'in', encoding: 'gbk', excerpt: expect.stringContaining('乾坤') as string },
      { infno: '1901', direction: 'in', encoding: 'utf-8', excerpt: expect.stringContaining('\\u4e7e') as string },
    ]);
    expect(found.at(-1)).toMatchObject({ done: true, hits: 3 });
  });

  it('that hold it nowhere end the search with how many were looked through', async () => {
    const found = await lines(`/_sandbox/journal/bodies?text=nowhere-at-all`);
    expect(found).toEqual([{ done: true, hits: 0, scanned: expect.any(Number) as number }]);
    expect(found[0]?.['scanned']).toBeGreaterThan(10);
    expect((await counter.control('GET', '/_sandbox/journal/bodies')).status).toBe(422);
  });
});

describe('the export', () => {
  it('begins with whose journal it is, and holds every row once, oldest first', async () => {
    const [head, ...rows] = await lines('/_sandbox/journal/export');
    expect(head).toMatchObject({
      kind: 'kuasheng-journal',
      workspace: 'default',
      seed: 'kuasheng',
      seededOn: '2026-09-01',
      clock: { mode: 'frozen', now: '2026-09-01 10:00:00' },
      settings: { strict: false },
    });
    expect(head?.['settings']).not.toHaveProperty('gatewayKeys');
    const seqs = (await search('limit=500')).rows.map(({ seq }) => seq).reverse();
    expect(rows.map(({ seq }) => seq)).toEqual(seqs);
  });

  it('has of each message what was decoded and answered, of a settlement how it was reckoned', async () => {
    const [, settled] = await lines('/_sandbox/journal/export?infno=2207');
    expect(settled).toMatchObject({
      hop: 0,
      time: '2026-09-01 10:00:00',
      input: { data: { insutype: '310' } },
      answer: { infcode: 0, output: { setlinfo: { psn_no: '6101009900000000000001' } } },
      explanation: expect.arrayContaining([expect.objectContaining({ title: '费用分割' })]) as object[],
    });
    expect(settled).not.toHaveProperty('request');
  });

  it('has the bytes of both sides where they are wanted', async () => {
    const [, ...all] = await lines('/_sandbox/journal/export?infno=1901&bodies=1&hop=0');
    const requests = all.map((row) => Buffer.from(String(row['request']), 'base64'));
    expect(requests.some((bytes) => iconv.decode(bytes, 'gbk').includes('乾坤'))).toBe(true);
    const answer = JSON.parse(Buffer.from(String(all[0]?.['answerBytes']), 'base64').toString()) as unknown;
    expect(answer).toEqual(all[0]?.['answer']);
  });
});

describe('the hash', () => {
  it('stays while nothing happens, and changes with every message', async () => {
    const hash = async () => (await counter.control<{ hash: string }>('GET', '/_sandbox/journal/hash')).json;
    const before = await hash();
    expect(before).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      rows: expect.any(Number) as number,
    });
    expect(await hash()).toEqual(before);
    await counter.post('/fsi/api/1901', DICTIONARY);
    expect((await hash()).hash).not.toBe(before.hash);
  });
});
