import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What one measurement found. */
export type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the server per request in µs. */
  readonly cpu: number;
  readonly errors: number;
  readonly requests: number;
};

type Target = { readonly url: string; readonly pid: number; readonly door: string; readonly bodies: string };

/** Lines of a file that were sent already: a settlement must be sent once only, a second time is only looked up. */
const sent = new Map<string, number>();

/** wrk on core 1, the server sits on core 0; bodies come from a file, one a line. */
export const load = async (target: Target, connections: number, seconds: number): Promise<Load> => {
  const before = cpuOf(target.pid);
  const script = join(import.meta.dirname, 'replay.lua');
  const { stdout } = await promisify(execFile)(
    'taskset',
    ['-c', '1', 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, target.url],
    { env: { ...process.env, BODIES: target.bodies, DOOR: target.door, OFFSET: String(sent.get(target.bodies) ?? 0) } },
  );
  const used = cpuOf(target.pid) - before;
  const [, requests, micros, p50, p99, errors] = /RESULT (\d+) (\d+) ([\d.]+) ([\d.]+) (\d+)/.exec(stdout) ?? [];
  const count = Number(requests);
  sent.set(target.bodies, (sent.get(target.bodies) ?? 0) + count + connections);
  return {
    perSecond: (count * 1e6) / Number(micros),
    p50: Number(p50),
    p99: Number(p99),
    cpu: (used * 10_000) / count,
    errors: Number(errors),
    requests: count,
  };
};

/** Clock ticks (10 ms) of user and system time that a process has used. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
};

/** Share of the machine's time that other guests took, in percent, since the first reading. */
export const stealMeter = (): (() => number) => {
  const read = () => (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1).map(Number);
  const start = read();
  return () => {
    const spent = read().map((ticks, index) => ticks - (start[index] ?? 0));
    return (100 * (spent[7] ?? 0)) / spent.reduce((sum, ticks) => sum + ticks, 0);
  };
};
