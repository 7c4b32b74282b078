import type { Terminal } from '../../../src/platform/cli/terminal.ts';

/** A terminal that keeps what was printed; a test can wait for the first text, and end a command that serves. */
export type RecordingTerminal = Terminal & {
  readonly printed: () => string;
  readonly complaints: () => string;
  readonly firstPrinted: Promise<string>;
  readonly stop: () => void;
};

type Options = { readonly input?: string; readonly processId?: number };

export const recordingTerminal = ({ input = '', processId = 1 }: Options = {}): RecordingTerminal => {
  const printed: string[] = [];
  const complaints: string[] = [];
  const first = deferred<string>();
  const stopped = deferred<undefined>();
  return {
    out: (text) => {
      printed.push(text);
      first.resolve(text);
    },
    err: (text) => void complaints.push(text),
    columns: 100,
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    untilStopped: async () => void (await stopped.promise),
    processId,
    printed: () => printed.join('\n'),
    complaints: () => complaints.join('\n'),
    firstPrinted: first.promise,
    stop: () => stopped.resolve(undefined),
  };
};

const deferred = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value: T) => resolve(value) };
};
