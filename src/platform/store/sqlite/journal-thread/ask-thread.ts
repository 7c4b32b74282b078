import type { Worker } from 'node:worker_threads';
import { startThread } from './start-thread.ts';
import type { Files, Job, Question, Reply, Work } from './work.ts';

/** The thread as whoever serves messages sees it. It is started by the first question, and again when it has died. */
export type JournalThread = {
  readonly ask: <J extends Job>(job: J, files: Files, given: Work[J][0]) => Promise<Work[J][1]>;
  readonly isStarted: () => boolean;
  readonly close: () => Promise<void>;
};

type Asked = { readonly resolve: (back: never) => void; readonly reject: (problem: Error) => void };

export const journalThread = (start: () => Worker = startThread): JournalThread => {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let serial = 0;

  const died = (problem: Error): void => {
    worker = undefined;
    for (const { reject } of asked.values()) reject(problem);
    asked.clear();
  };
  const take = ({ id, back, problem }: Reply): void => {
    const one = asked.get(id);
    asked.delete(id);
    if (problem === undefined) one?.resolve(back as never);
    else one?.reject(new Error(problem));
    // A process that has nothing else to do may end.
    if (asked.size === 0) worker?.unref();
  };
  const started = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.on('message', take);
    worker.on('error', died);
    worker.on('exit', () => died(new Error('the journal thread has ended')));
    return worker;
  };

  return {
    isStarted: () => worker !== undefined,
    ask: <J extends Job>(job: J, files: Files, given: Work[J][0]) =>
      new Promise<Work[J][1]>((resolve, reject) => {
        serial += 1;
        asked.set(serial, { resolve, reject });
        const question: Question<J> = { id: serial, job, files, given };
        const thread = started();
        thread.ref();
        thread.postMessage(question);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
};
