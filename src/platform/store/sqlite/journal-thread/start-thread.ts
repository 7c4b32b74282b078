import { Worker } from 'node:worker_threads';

/**
 * Starts the thread that reads journals. The bundle has it as a file of its own (scripts/build.mjs); from sources it is
 * TypeScript, which a thread of Node 20 reads through tsx alone.
 */
export const startThread = (): Worker => {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./journal-thread.mjs', import.meta.url));
  const source = new URL('./thread.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(source)})))`;
  return new Worker(code, { eval: true });
};
