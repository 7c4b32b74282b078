/**
 * What a cashier feels of long work: 1101 at a steady rate while the journal is searched, snapshots are saved
 * and a year goes by; p99 as a ratio to that of the quiet seconds of the same run.
 *
 *   npx tsx bench/long-work.ts [visits] [seconds] [rounds]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../src/kernel/civil-time.ts';
import { openSandbox } from '../src/platform/sandbox.ts';
import { openHis, type His } from '../test/support/his.ts';
import { startServer } from '../test/support/running-server.ts';
import { fill } from './long-work/fill.ts';
import type { Times } from './long-work/steady-load.ts';

const [visits = 3_000, seconds = 4, rounds = 3] = process.argv.slice(2).map(Number);
const PER_SECOND = 150;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Server = { readonly his: His; readonly drain: (path: string) => Promise<void> };

/** One piece of long work; `count` makes each another one. */
type Work = (server: Server, count: number) => Promise<unknown>;

const save = (his: His) => his.control('POST', '/snapshots', { name: 'bench' });

const WORK: Readonly<Record<string, Work>> = {
  quiet: () => pause(100),
  'search of bodies': ({ drain }) => drain('/journal/bodies?text=没有这样的药'),
  'search of the text': ({ his }, count) => his.control('GET', `/journal?text=没有${count}`),
  'hash of the journal': ({ his }) => his.control('GET', '/journal/hash'),
  'export with bodies': ({ drain }) => drain('/journal/export?bodies=1'),
  'snapshots without a pause': ({ his }) => save(his),
  'a snapshot a second': ({ his }) => Promise.all([save(his), pause(1_000)]),
};

/** Once, at the end: every row of the year's first day is a month old on the way. */
const AT_LAST: Readonly<Record<string, Work>> = {
  'a year, all rows dropped': async ({ his }) => {
    await his.control('PATCH', '/settings', { journalDays: 30 });
    await his.send('9001', { signIn: { opter_no: 'LAST' } });
    await his.control('POST', '/clock/advance', { to: '+12mo' });
  },
};

type Run = { readonly times: Times; readonly took: number };

type Load = { readonly start: () => void; readonly stop: () => Promise<Times>; readonly end: () => void };

const openLoad = async (url: string): Promise<Load> => {
  const options = { execArgv: ['--import', 'tsx'] };
  const child = fork(join(import.meta.dirname, 'long-work/load-process.ts'), [url, String(PER_SECOND)], options);
  await once(child, 'message');
  return {
    start: () => void child.send('start'),
    stop: async () => {
      const said = once(child, 'message');
      child.send('stop');
      return ((await said) as [Times])[0];
    },
    end: () => void child.kill(),
  };
};

/** Reads an answer to its end and keeps nothing of it. */
const drained = async (response: Response): Promise<void> => {
  for await (const _chunk of response.body ?? []) continue;
};

/** 1101 at its rate while the work is done again and again until the time is over; once at least. */
const under = async (server: Server, work: Work, load: Load, ms: number): Promise<Run> => {
  const start = performance.now();
  load.start();
  let count = 0;
  do {
    await work(server, count);
    count += 1;
  } while (performance.now() - start < ms);
  const took = (performance.now() - start) / count;
  return { times: await load.stop(), took };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const print = (name: string, runs: readonly Run[], quiet: number): void => {
  const of = (pick: (run: Run) => number) => median(runs.map(pick));
  const p99 = of(({ times }) => times.p99);
  const cells = [of(({ times }) => times.p50), p99, of(({ times }) => times.most), of(({ took }) => took)];
  const numbers = cells.map((cell) => cell.toFixed(1).padStart(10)).join('');
  console.log(`${name.padEnd(26)}${numbers}${(p99 / quiet).toFixed(1).padStart(10)}`);
};

const measure = async (url: string): Promise<void> => {
  const his = openHis((path, init) => fetch(url + path, init));
  const server: Server = { his, drain: async (path) => drained(await fetch(`${url}/_sandbox${path}`)) };
  const load = await openLoad(url);
  const found: Record<string, Run[]> = {};
  // The round before the first warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of Object.entries(WORK)) {
      const run = await under(server, work, load, seconds * 1_000);
      if (round > 0) (found[name] ??= []).push(run);
    }
  }
  for (const [name, work] of Object.entries(AT_LAST)) found[name] = [await under(server, work, load, 0)];
  load.end();
  const quiet = median((found['quiet'] ?? []).map(({ times }) => times.p99));
  console.log(`${visits} visits, 1101 ${PER_SECOND} times a second, ${rounds} rounds of ${seconds} s; ms`);
  console.log('1101 during                      p50       p99      most   it took  of quiet');
  for (const [name, runs] of Object.entries(found)) print(name, runs, quiet);
};

const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
try {
  const sandbox = await openSandbox({
    dataDir: folder,
    startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') },
  });
  await fill(sandbox, visits);
  await sandbox.close();
  const { url, child } = await startServer(folder);
  try {
    await measure(url);
  } finally {
    child.kill('SIGTERM');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
