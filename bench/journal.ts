/**
 * What a search of the journal costs over 100,000 rows, question and answer through the thread that reads: before its
 * index has any of the rows, and when it has them all. Rows are those of visits with claims of ten lines.
 *
 *   npx tsx bench/journal.ts [rows]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalRow, Write } from '../src/platform/store/port.ts';
import type { JournalFilter, JournalIndex } from '../src/platform/store/port/journal-index.ts';
import { journalThread } from '../src/platform/store/sqlite/journal-thread/ask-thread.ts';
import { openJournalIndex } from '../src/platform/store/sqlite/journal-thread/open-index.ts';
import { openSqliteStore } from '../src/platform/store/sqlite/open.ts';
import { journalRow } from '../test/platform/store/rows.ts';

const START = 1_788_226_200_000;
const CHUNK = 500;
const PERSONS = 2_000;

const psnOf = (visit: number) => `6101009900000000${String(visit % PERSONS).padStart(6, '0')}`;
const mdtrtOf = (visit: number) => `S610100260901${String(visit).padStart(7, '0')}`;
const credential = (visit: number) => ({ mdtrt_cert_type: '03', mdtrt_cert_no: `K99${visit}`, card_sn: '610100D156' });

const lines = (visit: number) =>
  Array.from({ length: 10 }, (_, line) => ({
    feedetl_sn: `B${visit}-${line}`, mdtrt_id: mdtrtOf(visit), psn_no: psnOf(visit), chrg_bchno: 'B1',
    dise_codg: 'M03900', rx_circ_flag: '0', fee_ocur_time: '2026-09-01 10:00:00', bilg_dept_codg: 'A03',
    bilg_dept_name: '心血管内科', bilg_dr_codg: 'D440300000001', bilg_dr_name: '沙医生',
    med_list_codg: '003107010210000', medins_list_codg: 'HIS1', det_item_fee_sumamt: 21_800, cnt: 10_000,
    pric: 218_000_000,
  })); // prettier-ignore

const claim = (visit: number) => ({
  data: { psn_no: psnOf(visit), mdtrt_id: mdtrtOf(visit), ...credential(visit), medfee_sumamt: 218_000 },
});
const national = (visit: number) => ({
  data: { fixmedins_code: 'H44030099001', psn_name: '秦双慢', psn_no: psnOf(visit) },
  feedetail: lines(visit),
});

type Kind = readonly [door: string, infno: string, hop: number, input: (visit: number) => object | undefined];

/** A visit from the counter to the settlement: nine messages, hops included. */
const VISIT: readonly Kind[] = [
  ['hospital', '1101', 0, (visit) => ({ data: credential(visit) })],
  ['hospital', '2201', 0, claim],
  ['national', '1005', 1, (visit) => ({ data: { psn_no: psnOf(visit), fixmedins_code: 'H44030099001' } })],
  ['insured', '1005', 2, () => undefined],
  ['hospital', '2203', 0, (visit) => ({ mdtrtinfo: { mdtrt_id: mdtrtOf(visit), dise_name: '高血压' } })],
  ['hospital', '2204', 0, (visit) => ({ feedetail: lines(visit) })],
  ['hospital', '2206', 0, claim],
  ['national', '1106', 1, national],
  ['insured', '1106', 2, () => undefined],
  ['hospital', '2207', 0, claim],
  ['national', '1107', 1, national],
  ['insured', '1107', 2, () => undefined],
];

const SETTLED: ReadonlySet<string> = new Set(['2207', '1107']);

const rowOf = (seq: number): JournalRow => {
  const visit = Math.floor(seq / VISIT.length);
  const [door, infno, hop, input] = VISIT[seq % VISIT.length] ?? ['hospital', '1101', 0, () => ({})];
  const value = input(visit);
  return journalRow({
    seq, door, infno, hop,
    trace: `T${String(seq - hop).padStart(10, '0')}`,
    sender: hop === 0 ? `H4403009900${visit % 3}` : '440000',
    msgid: `M${seq}`,
    at: START + seq * 100,
    input: value === undefined ? '' : JSON.stringify(value),
    psn_no: psnOf(visit),
    mdtrt_id: mdtrtOf(visit),
    ...(SETTLED.has(infno) && { setl_id: `A610100260901${String(visit).padStart(7, '0')}` }),
    violations: hop === 0 ? ['input.data.psn_cert_type:missing', 'input.data.certno:missing'] : [],
    ...(seq % 50 === 0 && {
      infcode: -1,
      refusal: 'filing-missing',
      err_msg: '[参保地 西安市] 未查询到有效备案，请先办理异地就医备案',
    }),
  }); // prettier-ignore
};

const filtersOver = (rows: number): readonly (readonly [name: string, filter: JournalFilter])[] => {
  const visit = Math.floor(rows / VISIT.length / 2);
  const setl = `A610100260901${String(visit).padStart(7, '0')}`;
  return [
    ['nothing: the newest', {}],
    ['infno', { infno: ['2207'] }],
    ['door', { door: ['insured'] }],
    ['sender', { sender: ['H44030099002'] }],
    ['institution', { institution: ['H44030099001'] }],
    ['psn_no', { psn_no: [psnOf(visit)] }],
    ['mdtrt_id', { mdtrt_id: [mdtrtOf(visit)] }],
    ['setl_id', { setl_id: [setl] }],
    ['msgid', { msgid: [`M${Math.floor(rows / 2)}`] }],
    ['trace', { trace: [`T${String(Math.floor(rows / 2)).padStart(10, '0')}`] }],
    ['infcode', { infcode: -1 }],
    ['refusal', { refusal: ['filing-missing'] }],
    ['violations', { violations: 'certno:missing' }],
    ['since and until', { since: START + rows * 40, until: START + rows * 45 }],
    ['nobody', { psn_no: ['nobody'] }],
    ['text, a number', { text: `K99${visit}` }],
    ['text, two Han characters', { text: '秦双' }],
    ['text, nowhere', { text: '不存在的药' }],
    ['text, everywhere', { text: 'psn_no' }],
    ['text of a refusal', { text: '有效备案' }],
    ['text where the filter has none of it', { text: '心血管内科', infno: ['2207'] }],
    ['infno, sender, infcode', { infno: ['2207'], sender: ['H44030099002'], infcode: -1 }],
    [
      'refusal, institution, since, hop',
      { refusal: ['filing-missing'], institution: ['H44030099001'], since: START, hop: 0 },
    ],
    ['text, door, psn_no, infcode', { text: '高血压', door: ['hospital'], psn_no: [psnOf(visit)], infcode: 0 }],
    ['all that misses', { door: ['hospital'], hop: 0, infcode: 0, violations: 'certno', setl_id: ['none'] }],
  ];
};

const ROUNDS = 5;

/** Median and worst of some rounds in ms, page of 50; and how many rows were found. */
const measured = async (index: JournalIndex, filter: JournalFilter): Promise<readonly [string, string, number]> => {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    found = (await index.find(filter, { order: 'newest', limit: 50 })).length;
    times.push(performance.now() - start);
  }
  const sorted = times.sort((a, b) => a - b);
  return [(sorted[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1), (sorted.at(-1) ?? 0).toFixed(1), found];
};

const fill = async (file: string, rows: number): Promise<void> => {
  const store = openSqliteStore({ file, synchronous: 'OFF' });
  for (let first = 1; first <= rows; first += CHUNK) {
    store.writer.begin();
    const chunk = Array.from({ length: Math.min(CHUNK, rows - first + 1) }, (_, at) => rowOf(first + at));
    store.writer.apply(chunk.map((row): Write => ({ kind: 'journal.append', row })));
    await store.writer.commit();
  }
  store.checkpoint();
  store.close();
};

const print = (cells: readonly (string | number)[]): void =>
  console.log(
    `| ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(38) : String(cell).padStart(8))).join(' | ')} |`,
  );

const run = async (): Promise<void> => {
  const rows = Number(process.argv[2] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-journal-bench-'));
  const book = join(folder, 'book.db');
  const index = join(folder, 'index.db');
  const files = { book, index, bodies: join(folder, 'bodies.db'), generation: 1, lineage: [] };
  const thread = journalThread();
  try {
    await fill(book, rows);
    console.log(
      `${rows} rows, book ${Math.round(statSync(book).size / 1_048_576)} MiB; ms: median, worst of ${ROUNDS}`,
    );
    const filters = filtersOver(rows);
    print(['filter', 'behind', 'worst', 'indexed', 'worst', 'rows']);
    const journal = openJournalIndex(thread, files);
    const held = monitorEventLoopDelay({ resolution: 1 });
    held.enable();
    const behind = new Map<string, readonly (string | number)[]>();
    // Nothing is taken in between two questions that follow at once, so the first of them all see the bare book.
    await journal.waiting();
    const started = performance.now();
    for (const [name, filter] of filters) behind.set(name, (await measured(journal, filter)).slice(0, 2));
    const left = await journal.waiting();
    while ((await journal.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    const taken = Math.round(performance.now() - started);
    for (const [name, filter] of filters)
      print([name, ...(behind.get(name) ?? []), ...(await measured(journal, filter))]);
    const size = Math.round(statSync(index).size / 1_048_576);
    console.log(`${left} rows were left at the end of the first pass; all in after ${taken} ms; index ${size} MiB`);
    const hashed = performance.now();
    const { hash } = await journal.hash();
    console.log(`hash ${hash.slice(0, 12)} in ${Math.round(performance.now() - hashed)} ms`);
    console.log(`the thread that serves was held for ${(held.max / 1e6).toFixed(1)} ms at most`);
    await journal.close();
    const reopened = openJournalIndex(thread, files);
    const first = performance.now();
    await reopened.find({ text: '不存在的药' }, { order: 'newest', limit: 50 });
    console.log(`first search of a text after a start: ${Math.round(performance.now() - first)} ms`);
    await reopened.close();
  } finally {
    await thread.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

await run();
