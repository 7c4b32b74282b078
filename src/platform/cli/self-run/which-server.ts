import { fail, ok, type Result } from '../../../kernel/result.ts';
import { httpCall } from '../../features/demo/http-call.ts';
import { unreachable, type Failure } from '../server/failure.ts';
import { DEFAULT_BASE } from '../server/options.ts';

/** A server for the time of the run. */
export type ServerForRun = { readonly base: string; readonly close: () => Promise<void> };

/** The server that is named, else the one that runs on this machine, else one of our own in memory. */
export const serverForRun = async (named: string | undefined): Promise<Result<ServerForRun, Failure>> => {
  const base = named ?? DEFAULT_BASE;
  const health = await httpCall(`${base}/healthz`, { method: 'GET' });
  if (named !== undefined && !health.ok) return fail(unreachable(health.error));
  // Some other program may have the port.
  if (named !== undefined || (health.ok && health.value.text.includes('"name":"kuasheng"'))) {
    return ok({ base, close: () => Promise.resolve() });
  }
  const { ownServer } = await import('../demo/own-server.ts');
  const { url, close } = await ownServer();
  return ok({ base: url, close });
};
