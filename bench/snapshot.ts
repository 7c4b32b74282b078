/**
 * A snapshot of a book with many settlements: how long the copy takes, how long the writer stands still for it, and
 * how long opening the copy takes.
 *
 *   npx tsx bench/snapshot.ts [settlements]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../src/platform/store/sqlite/open.ts';
import { measure, prepare } from './store-turn.ts';

const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
const file = join(folder, 'book.db');
const store = openSqliteStore({ file, synchronous: 'OFF' });
prepare(store, count);
await measure(store, count);

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The longest that the event loop stood still meanwhile, in ms. */
const stall = async (work: () => Promise<void>): Promise<{ took: number; stood: number }> => {
  let stood = 0;
  let last = performance.now();
  let done = false;
  const watch = (): void => {
    const now = performance.now();
    stood = Math.max(stood, now - last);
    last = now;
    if (!done) setImmediate(watch);
  };
  setImmediate(watch);
  const took = await timed(work);
  done = true;
  return { took, stood };
};

for (let round = 1; round <= 3; round += 1) {
  const copy = join(folder, `copy-${round}.db`);
  const { took, stood } = await stall(() => store.copyTo(copy));
  const opened = await timed(() => openSqliteStore({ file: copy, synchronous: 'OFF' }).close());
  const size = (statSync(copy).size / 1_048_576).toFixed(0);
  console.log(
    `${count} settlements, ${size} MB: saved in ${took.toFixed(0)} ms (stood still ${stood.toFixed(0)} ms), ` +
      `opened in ${opened.toFixed(0)} ms`,
  );
}
store.close();
rmSync(folder, { recursive: true, force: true });
