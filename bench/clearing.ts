/**
 * Clearing of three months between 32 provinces and 348 pools, read from a book on disk: how long it takes, what it
 * holds, and what a cashier feels of it (1101 beside it, one after another).
 *
 *   npx tsx bench/clearing.ts [thousands of settlements …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedDivisions, provinceOf } from '../src/kernel/admdvs.ts';
import { addDays, instantOf } from '../src/kernel/civil-time.ts';
import { asFen } from '../src/kernel/money.ts';
import type { Settlement } from '../src/platform/domain/settlement.ts';
import type { Write } from '../src/platform/store/port.ts';
import { openSandbox, runMonth, type Sandbox } from '../src/platform/sandbox.ts';
import { settlementRow } from '../test/platform/store/rows.ts';

const sizes = process.argv.slice(2).map(Number);
const MONTHS = ['202605', '202606', '202607'];
const POOLS = 348;
const DAYS = 92;
const BATCH = 5_000;

const provinces = [...new Set(namedDivisions().map(({ code }) => provinceOf(code)))].map((code) => code.slice(0, 2));
const pools = Array.from({ length: POOLS }, (_one, index) => {
  const province = provinces[index % provinces.length] ?? '44';
  return `${province}${String(1 + Math.floor(index / provinces.length)).padStart(2, '0')}00`;
});

const { explanation: _explanation, ...thin } = settlementRow({ book: 'national' });

const rowOf = (no: number, count: number): Settlement => {
  const insuplc = pools[no % POOLS] ?? '';
  const mdtrtarea = pools[(no * 13 + 7) % POOLS] ?? '';
  const day = addDays('2026-05-01', Math.floor((no * DAYS) / count));
  const fund = asFen(1_000 + (no % 9_973));
  return {
    ...thin, explanation: [], setl_id: `A${insuplc}${String(no).padStart(12, '0')}`, insuplc, mdtrtarea,
    msgid: `M${no}`, mdtrtsn: `N${no}`, mdtrt_id: `V${no}`, setl_time: `${day} 1${no % 9}:00:00`,
    visitor: { ...thin.visitor, psn_no: `P${no % 100_000}`, insutype: no % 3 === 0 ? '390' : '310' },
    shares: { ...thin.shares, medfee_sumamt: asFen(fund * 2), fund_pay_sumamt: fund, acct_pay: asFen(no % 500) },
  }; // prettier-ignore
};

const writesOf = (no: number, count: number): Write[] => {
  const settlement = rowOf(no, count);
  const { setl_id, setl_time, fixmedins_code } = settlement;
  const period = setl_time.slice(0, 4) + setl_time.slice(5, 7);
  const said = { setl_id, period, fixmedins_code, confirmed: true, reference: 'bench', at: 0 };
  return [
    { kind: 'settlement.add', settlement },
    { kind: 'confirmation.put', confirmation: said },
  ];
};

const fill = async (sandbox: Sandbox, count: number): Promise<void> => {
  const { queue } = sandbox.workspaceOf('').world();
  for (let first = 0; first < count; first += BATCH) {
    await queue.submit((writer) => {
      for (let no = first; no < Math.min(first + BATCH, count); no += 1) writer.apply(writesOf(no, count));
    });
  }
};

const card = (sandbox: Sandbox, serial: number): Promise<unknown> => {
  const body = {
    infno: '1101', msgid: `H44030099001${String(serial).padStart(18, '0')}`, fixmedins_code: 'H44030099001',
    input: { data: { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001' } },
  }; // prettier-ignore
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return sandbox.receive({ door: 'hospital', bytes, contentType: 'application/json', header: () => undefined });
};

/** 1101 one after another, every five milliseconds, until the work is done: p50 and p99 in ms. */
const beside = async (sandbox: Sandbox, work: Promise<unknown>): Promise<string> => {
  const times: number[] = [];
  const state = { done: false };
  const finished = work.finally(() => (state.done = true));
  while (!state.done) {
    const start = performance.now();
    await card(sandbox, times.length);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await finished;
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
  return `1101 beside it: median ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length}`;
};

for (const thousands of sizes.length > 0 ? sizes : [250, 500, 1_000]) {
  const count = Math.round(thousands * 1_000);
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
  const sandbox = await openSandbox({ dataDir: folder, startClock: { mode: 'frozen', at: instantOf('2026-09-01') } });
  try {
    await fill(sandbox, count);
    const quiet = await beside(sandbox, new Promise((resolve) => setTimeout(resolve, 3_000)));
    const start = performance.now();
    const world = sandbox.workspaceOf('').world();
    const cleared = (async () => {
      for (const month of MONTHS) {
        const run = await runMonth(world, month, 'generated');
        if (!run.ok) throw new Error(run.error);
      }
    })();
    const load = await beside(sandbox, cleared);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    const lines = MONTHS.map((month) => world.store.reader.clearingRecord('table', month)?.table.total.lines ?? 0);
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(`${count} settlements, ${lines.join(' + ')} lines cleared: ${seconds} s, ${memory} MB`);
    console.log(`  ${load}; quiet: ${quiet}`);
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
