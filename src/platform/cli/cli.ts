import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What a command is registered with. */
export type Cli = {
  readonly terminal: Terminal;
  /** Takes what the command came to: the process ends with it. */
  readonly finish: (outcome: Promise<ExitCode>) => Promise<void>;
};
