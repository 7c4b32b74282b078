import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';

export const BIN = join(projectRoot(), 'bin/kuasheng.mjs');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/** Further words of the command line, and what its environment has besides ours. */
export type ServerStart = { readonly words?: readonly string[]; readonly env?: Readonly<Record<string, string>> };

/** Starts the real command on a data folder, in a process of its own, and waits until it answers. */
export const startServer = async (
  data: string,
  { words = [], env = {} }: ServerStart = {},
): Promise<{ url: string; child: ChildProcess }> => {
  const port = await freePort();
  const command = [BIN, 'serve', '--port', String(port), '--data', data, ...words];
  const child = spawn(process.execPath, command, { stdio: 'ignore', env: { ...process.env, ...env } });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries += 1) {
    const up = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return { url, child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not come up');
};
