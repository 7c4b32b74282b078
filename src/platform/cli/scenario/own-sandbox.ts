import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownServer } from '../demo/own-server.ts';

/** A sandbox of our own that can be stopped and started again where it was, on the data that it had. */
export type OwnSandbox = {
  readonly url: string;
  /** Gives back the address, which is the same. */
  readonly restart: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens it on a free port, its data in a temporary folder that is gone at the end. */
export const openOwnSandbox = async (): Promise<OwnSandbox> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kuasheng-scenario-'));
  let running = await ownServer({ dataDir });
  const { url } = running;
  return {
    url,
    restart: async () => {
      await running.close();
      running = await ownServer({ dataDir }, Number(new URL(url).port));
      return url;
    },
    close: async () => {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
