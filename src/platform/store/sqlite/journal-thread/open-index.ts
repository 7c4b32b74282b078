import type { JournalIndex } from '../../port/journal-index.ts';
import type { JournalThread } from './ask-thread.ts';
import { news } from './news.ts';
import type { Files } from './work.ts';

/** Numbers that may wait to be told. Beyond it the index is closed, and reads the book when it is next asked. */
const MOST_UNTOLD = 20_000;

/**
 * The index of a generation's journal. Nothing happens before it is first asked: a sandbox whose journal nobody reads
 * pays nothing for it. From then on it follows the book.
 */
export const openJournalIndex = (thread: JournalThread, files: Files): JournalIndex => {
  let isOpen = false;
  /** What the thread knew is gone with it: it reads the book anew. */
  const shut = (): void => {
    isOpen = false;
    waiting.clear();
  };
  const waiting = news((given) => void thread.ask('tell', files, given).catch(shut));

  const ask: JournalThread['ask'] = async (job, _files, given) => {
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
  const close = async (): Promise<void> => {
    const wasOpen = isOpen && thread.isStarted();
    shut();
    if (wasOpen) await thread.ask('close', files, null);
  };

  return {
    told: (seqs) => {
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
    close,
  };
};
