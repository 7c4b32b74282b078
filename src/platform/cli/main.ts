import { buffer } from 'node:stream/consumers';
import { run } from './run.ts';
import type { Terminal } from './terminal.ts';

const WIDEST = 120;

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    // A second signal ends the process at once, as it would without us.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  columns: Math.min(process.stdout.columns ?? 100, WIDEST),
  readInput: () => buffer(process.stdin),
  untilStopped,
  processId: process.pid,
};

// Whoever reads us may have read enough: `kuasheng tx list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), terminal);
