/**
 * Requests per second of bare hono, 1101, 2206 and durable 2207 with ten fee lines, interleaved in one run. The
 * server sits on core 0, wrk on core 1; a first round, which is not counted, warms all of them up. Run:
 * `npm run bench` (needs wrk and taskset). Options: rounds, seconds.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './http/conversation.ts';
import { load, stealMeter, type Load } from './http/load.ts';

const [rounds = 3, seconds = 3] = process.argv.slice(2).map(Number);
const DOOR = '/fsi/api/bench';
/** Enough that no 2207 is sent twice. */
const SETTLEMENTS_A_SECOND = 2_500;

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
const children: ChildProcess[] = [];

const start = async (port: number, ...command: string[]): Promise<{ url: string; pid: number }> => {
  const child = spawn('taskset', ['-c', '0', 'node', ...command], { cwd: root, stdio: 'ignore' });
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(url, { method: 'POST', body: '{}' }).then(() => true, () => false)) break; // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, pid: child.pid ?? 0 };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const print = (name: string, runs: readonly Load[], bare: number): void => {
  const of = (pick: (run: Load) => number) => median(runs.map(pick));
  const perSecond = of((run) => run.perSecond);
  console.log(
    [
      name.padEnd(26),
      perSecond.toFixed(0).padStart(8),
      of((run) => run.p50).toFixed(2).padStart(9),
      of((run) => run.p99).toFixed(2).padStart(9),
      of((run) => run.cpu).toFixed(0).padStart(9),
      `${((100 * perSecond) / bare).toFixed(1)} %`.padStart(9),
    ].join(''),
  ); // prettier-ignore
};

try {
  const sandbox = await start(8701, 'bin/kuasheng.mjs', 'serve', '--port', '8701', '--data', join(folder, 'data'));
  const bodies = await prepare(sandbox.url, folder, 2 * (1 + rounds) * seconds * SETTLEMENTS_A_SECOND);
  const bare = await start(8702, '--import', 'tsx', 'bench/http/bare-hono.ts', '8702', '1000');
  const targets = {
    'bare hono': { ...bare, door: DOOR, bodies: bodies.trial },
    '1101 人员信息': { ...sandbox, door: DOOR, bodies: bodies.query },
    '2206 预结算 10 行': { ...sandbox, door: DOOR, bodies: bodies.trial },
    '2207 结算 10 行, durable': { ...sandbox, door: DOOR, bodies: bodies.settle },
  };
  for (const connections of [32, 8]) {
    const runs: Record<string, Load[]> = {};
    const steal = stealMeter();
    // The round before the first warms up: a just-in-time compiler needs some thousand settlements.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, target] of Object.entries(targets)) {
        const run = await load(target, connections, seconds);
        if (round > 0) (runs[name] ??= []).push(run);
      }
    }
    const reference = median((runs['bare hono'] ?? []).map((run) => run.perSecond));
    console.log(`\n${connections} connections, ${rounds} rounds of ${seconds} s, steal ${steal().toFixed(1)} %`);
    console.log('                               req/s   p50 ms   p99 ms  CPU µs   of bare');
    for (const [name, of] of Object.entries(runs)) print(name, of, reference);
  }
} finally {
  for (const child of children) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
