import type { JournalIndex } from '../../port/journal-index.ts';
import type { JournalThread } from './ask-thread.ts';
import { news } from './news.ts';
import { whenQuiet } from './when-quiet.ts';
import type { Files } from './work.ts';

/** Numbers that may wait to be told. Beyond it the index is closed, and reads the book when it is next asked. */
const MOST_UNTOLD = 20_000;

/** Rows that are searched fast enough without an index: some ten milliseconds. */
const FEW = 2_000;

/**
 * The index of a generation's journal. Once it is asked it follows the book. Before that it is made in the pauses of a
 * long journal, so that the first search finds it ready; a short one, or one under load, costs nothing. `rows`: how
 * many the book has.
 */
export const openJournalIndex = (thread: JournalThread, files: Files, rows = 0, pause?: number): JournalIndex => {
  let isOpen = false;
  let isAsked = false;
  /** What the thread knew is gone with it: it reads the book anew. */
  const shut = (): void => {
    [isOpen, isAsked] = [false, false];
    waiting.clear();
  };
  const waiting = news(
    (given) => void thread.ask('tell', files, given).catch(shut),
    () => isAsked,
  );

  const tell: JournalThread['ask'] = async (job, _files, given) => {
    try {
      // Answered in the order of asking: what was told before is known by then.
      waiting.send();
      isOpen = true;
      return await thread.ask(job, files, given);
    } catch (problem) {
      if (!thread.isStarted()) shut();
      throw problem;
    }
  };
  const ask: JournalThread['ask'] = (job, _files, given) => {
    isAsked = true;
    return tell(job, files, given);
  };
  const pauses = whenQuiet(FEW, async () => !isAsked && (await tell('takeIn', files, null)), pause);
  pauses.stirred(rows);

  const close = async (): Promise<void> => {
    const wasOpen = isOpen && thread.isStarted();
    shut();
    if (wasOpen) await thread.ask('close', files, null);
  };

  return {
    told: (seqs) => {
      if (!isAsked) pauses.stirred(seqs.length);
      if (!isOpen) return;
      waiting.came(seqs);
      if (waiting.size() > MOST_UNTOLD) void close().catch(shut);
    },
    dropped: (seqs) => {
      if (isOpen) waiting.went(seqs);
    },
    find: (filter, finding) => ask('find', files, { filter, finding }),
    count: (filter) => ask('count', files, { filter }),
    bodies: (text, after) => ask('bodies', files, { text, after }),
    export: (filter, bodies) => ask('export', files, { filter, bodies }),
    hash: () => ask('hash', files, null),
    waiting: () => ask('waiting', files, null),
    close: () => {
      pauses.stop();
      return close();
    },
  };
};
