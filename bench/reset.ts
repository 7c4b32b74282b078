/**
 * A reset of a workspace on disk, as the control API does it: after nothing, and after some visits whose log is full.
 *
 *   npx tsx bench/reset.ts [visits] [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../src/kernel/civil-time.ts';
import { openSandbox } from '../src/platform/sandbox.ts';
import { fill } from './long-work/fill.ts';

const [visits = 500, rounds = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
const sandbox = await openSandbox({
  dataDir: folder,
  startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') },
});

const resets = async (before: () => Promise<unknown>): Promise<string> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await before();
    const start = performance.now();
    await sandbox.workspaceOf('').reset();
    times.push(performance.now() - start);
  }
  const sorted = times.sort((a, b) => a - b);
  return `${(sorted[rounds >> 1] ?? 0).toFixed(0)} ms, ${(sorted.at(-1) ?? 0).toFixed(0)} ms at most`;
};

try {
  console.log(`reset of a fresh workspace: ${await resets(() => Promise.resolve())}`);
  console.log(`reset after ${visits} visits: ${await resets(() => fill(sandbox, visits))}`);
} finally {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
