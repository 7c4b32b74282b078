import { serve } from '../../http/serve.ts';
import { openSandbox, type SandboxOptions } from '../../sandbox.ts';

export type OwnServer = { readonly url: string; readonly close: () => Promise<void> };

/** A sandbox of its own on this machine: in memory unless a folder is given, on any free port unless one is. */
export const ownServer = async (options: Pick<SandboxOptions, 'dataDir'> = {}, port = 0): Promise<OwnServer> => {
  const sandbox = await openSandbox(options);
  const server = await serve(sandbox, { host: '127.0.0.1', port });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await sandbox.close();
    },
  };
};
