import { httpCall } from '../../features/demo/http-call.ts';
import { DEFAULT_BASE } from '../server/options.ts';

/** A server for the time of the run. */
export type ServerForRun = { readonly base: string; readonly close: () => Promise<void> };

/** The server that is named, else the one that runs on this machine, else one of our own in memory. */
export const serverForRun = async (named: string | undefined): Promise<ServerForRun> => {
  const leave = (): Promise<void> => Promise.resolve();
  if (named !== undefined) return { base: named, close: leave };
  if (await isSandbox(DEFAULT_BASE)) return { base: DEFAULT_BASE, close: leave };
  const { ownServer } = await import('../demo/own-server.ts');
  const { url, close } = await ownServer();
  return { base: url, close };
};

/** Some other program may have the port. */
const isSandbox = async (base: string): Promise<boolean> => {
  const answer = await httpCall(`${base}/healthz`, { method: 'GET' });
  return answer.ok && answer.value.text.includes('"name":"kuasheng"');
};
