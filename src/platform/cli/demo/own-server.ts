import { serve } from '../../http/serve.ts';
import { openSandbox } from '../../sandbox.ts';

/** A sandbox of its own, in memory, on a free port of this machine. */
export const ownServer = async (): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const sandbox = await openSandbox();
  const server = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await sandbox.close();
    },
  };
};
