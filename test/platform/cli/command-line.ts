import { run } from '../../../src/platform/cli/run.ts';
import { recordingTerminal } from './recording-terminal.ts';

/** What a command line came to. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

let processId = 0;

/** Runs a command line as the shell would pass it on, each as a process of its own; no word holds a blank. */
export const kuasheng = async (words: string | readonly string[], input?: string): Promise<Outcome> => {
  processId += 1;
  const terminal = recordingTerminal({ processId, ...(input !== undefined && { input }) });
  const code = await run(typeof words === 'string' ? words.split(' ') : words, terminal);
  return { code, out: terminal.printed(), err: terminal.complaints() };
};
