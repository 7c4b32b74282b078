import { afterAll, beforeAll } from 'vitest';
import { serve, type Served } from '../../../src/platform/http/serve.ts';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../src/platform/sandbox.ts';

/** A server in memory for the tests of a file; its address is known once they run, and so is the sandbox in it. */
export const runningServer = (
  options: SandboxOptions = {},
): { readonly url: () => string; readonly sandbox: () => Sandbox } => {
  let sandbox: Sandbox | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    sandbox = await openSandbox(options);
    served = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await served?.close();
    await sandbox?.close();
  });
  return {
    url: () => served?.url ?? '',
    sandbox: () => {
      if (!sandbox) throw new Error('the server is not open yet');
      return sandbox;
    },
  };
};
