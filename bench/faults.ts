/**
 * What faults cost and how exactly they wait: processor time of a trial 2206 in one process with no rule armed, with
 * 100 that are for others, and with 100 of which one matches and is counted; and how late answers leave that a delay
 * holds back, 100 at once.
 *
 *   npx tsx bench/faults.ts [calls]
 */
import { instantOf } from '../src/kernel/civil-time.ts';
import type { Fault } from '../src/kernel/fault/fault.ts';
import { serve } from '../src/platform/http/serve.ts';
import { sandboxApp } from '../src/platform/http/app.ts';
import { openSandbox, type Sandbox } from '../src/platform/sandbox.ts';
import { openHis, openVisit, patientOf, type Visit } from '../test/support/his.ts';

const CALLS = Number(process.argv[2] ?? 1_500);
const ROUNDS = 5;
const DELAY = 200;
const AT_ONCE = 100;

const faultOf = (index: number, more: Partial<Fault> = {}): Fault => ({
  id: `F${index}`,
  kind: 'delay',
  when: { infno: ['2206'], psn_no: `nobody-${index}` },
  schedule: { always: true },
  scope: 'before-commit',
  with: { ms: DELAY },
  priority: 0,
  stack: false,
  seen: 0,
  fired: 0,
  ...more,
});

const others = Array.from({ length: 100 }, (_, index) => faultOf(index));
/** Meets every trial and never falls: judged and counted, in a commit of its own. */
const counting = faultOf(0, { when: { infno: ['2206'] }, schedule: { nth: 1_000_000_000 } });

const arm = async (sandbox: Sandbox, faults: readonly Fault[]): Promise<void> => {
  const world = sandbox.workspace('default')?.world();
  await world?.queue.submit((writer) => {
    writer.apply(writer.reader.faults().map(({ id }) => ({ kind: 'fault.drop', id })));
    writer.apply(faults.map((fault) => ({ kind: 'fault.put', fault })));
  });
};

/** Processor time of a call in µs, all threads of the process. */
const cost = async (visit: Visit): Promise<number> => {
  const begin = process.cpuUsage();
  for (let call = 0; call < CALLS; call += 1) await visit.trial();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / CALLS;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const VARIANTS = [
  ['no rule', []],
  ['100 rules for others', others],
  ['100 rules, one counts each call', [counting, ...others.slice(1)]],
] as const;

const costs = async (sandbox: Sandbox, visit: Visit): Promise<void> => {
  const found = new Map<string, number[]>(VARIANTS.map(([name]) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, faults] of VARIANTS) {
      await arm(sandbox, faults);
      const spent = await cost(visit);
      // The first round warms up.
      if (round > 0) found.get(name)?.push(spent);
    }
  }
  const bare = median(found.get('no rule') ?? []);
  for (const [name, spent] of found) {
    const middle = median(spent);
    console.log(`${name.padEnd(34)} ${middle.toFixed(0).padStart(6)} µs   ${(middle / bare).toFixed(2)}`);
  }
};

/** A list of codes: the smallest message with an answer of its own. */
const SMALLEST = JSON.stringify({
  infno: '1901',
  msgid: 'H44030099001202609011000000001',
  mdtrtarea_admvs: '440300',
  fixmedins_code: 'H44030099001',
  input: { data: { type: 'GEND', parentValue: '', admdvs: '', date: '2026-09-01', valiFlag: '1' } },
});

/** How much later than ordered the answers of delayed queries are there, in ms, sorted. */
const lateness = async (url: string, body: string, ms: number): Promise<number[]> => {
  const one = async (): Promise<number> => {
    const start = performance.now();
    const headers = ms > 0 ? { 'x-kuasheng-fault': `delay;ms=${ms}` } : {};
    await (await fetch(url, { method: 'POST', body, headers })).text();
    return performance.now() - start - ms;
  };
  return (await Promise.all(Array.from({ length: AT_ONCE }, one))).sort((a, b) => a - b);
};

const printLateness = (name: string, late: readonly number[]): void => {
  const at = (part: number) => (late[Math.ceil(late.length * part) - 1] ?? 0).toFixed(1);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)}  p99 ${at(0.99)} ms over`);
};

const run = async (): Promise<void> => {
  const sandbox = await openSandbox({ startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });
  const app = sandboxApp(sandbox);
  const his = openHis((path, init) => app.request(path, init));
  const visit = await openVisit(his, await patientOf(his, '610100', 1), 21_800);
  const { infcode, bytes } = await visit.trial();
  if (infcode !== 0) throw new Error(bytes);
  await costs(sandbox, visit);

  await arm(sandbox, []);
  const server = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  const url = `${server.url}/fsi/api/1901`;
  for (let round = 0; round < 3; round += 1) await lateness(url, SMALLEST, DELAY);
  printLateness(`${AT_ONCE} at once without a delay`, await lateness(url, SMALLEST, 0));
  printLateness(`${AT_ONCE} at once, delay of ${DELAY} ms`, await lateness(url, SMALLEST, DELAY));
  await server.close();
  await sandbox.close();
};

await run();
