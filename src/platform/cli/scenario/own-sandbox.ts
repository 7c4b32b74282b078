import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Served } from '../../http/serve.ts';
import { openSandbox, type Sandbox } from '../../sandbox.ts';

/** A sandbox of our own that can be stopped and started again where it was, on the data that it had. */
export type OwnSandbox = {
  readonly url: string;
  /** Gives back the address, which is the same. */
  readonly restart: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';

/** Opens it on a free port, its data in a temporary folder that is gone at the end. */
export const openOwnSandbox = async (): Promise<OwnSandbox> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kuasheng-scenario-'));
  let running = await start(dataDir, 0);
  const { url } = running.served;
  return {
    url,
    restart: async () => {
      await stop(running);
      running = await start(dataDir, Number(new URL(url).port));
      return url;
    },
    close: async () => {
      await stop(running);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

type Running = { readonly sandbox: Sandbox; readonly served: Served };

const start = async (dataDir: string, port: number): Promise<Running> => {
  const sandbox = await openSandbox({ dataDir });
  return { sandbox, served: await serve(sandbox, { host: HOST, port }) };
};

const stop = async ({ sandbox, served }: Running): Promise<void> => {
  await served.close();
  await sandbox.close();
};
