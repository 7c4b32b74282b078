/** What a command knows of the process around it: all that a test replaces. */
export type Terminal = {
  /** A line, or several, to the standard output. */
  readonly out: (text: string) => void;
  /** A line, or several, to the error output. */
  readonly err: (text: string) => void;
  /** Columns of the screen. */
  readonly columns: number;
  /** All of the standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Settled when the process is asked to end (SIGINT, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
  /** Number of the process: tells the messages of two commands of the same second apart. */
  readonly processId: number;
};
