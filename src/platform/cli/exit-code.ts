/** What the command says to the shell; `kuasheng --help` and docs/cli.md list the same four. */
export const EXIT = {
  ok: 0,
  /** The sandbox refused, or a check failed. */
  refused: 1,
  /** The command line is wrong, or a file that it names. */
  usage: 2,
  /** No server answers at the address. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
