import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.ts';
import { programOf } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs a command line without the program's name, `['personas', '--json']`, and says how the process should end. */
export const run = async (words: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let code: ExitCode = EXIT.ok;
  const finish = async (outcome: Promise<ExitCode>): Promise<void> => {
    code = await outcome;
  };
  try {
    await programOf({ terminal, finish }).parseAsync(words, { from: 'user' });
  } catch (stopped) {
    if (!(stopped instanceof CommanderError)) throw stopped;
    return stopped.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return code;
};
