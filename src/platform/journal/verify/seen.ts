import type { JournalFilter } from '../../store/port/journal-index.ts';
import type { JournalDesk } from '../journal-desk.ts';

/** How often it is asked whether somebody still waits, in milliseconds of the machine. */
const LOOK = 250;

type Waiting = { isOver: boolean; hasNews: boolean; wake: () => void };

/** The oldest row that matches: one that is there, or the first that comes within so many seconds; else none. */
export const seen = async (
  journal: JournalDesk,
  match: JournalFilter,
  within: number,
  isGone: () => boolean,
): Promise<readonly number[]> => {
  const state: Waiting = { isOver: false, hasNews: true, wake: () => undefined };
  const tell = (change: Partial<Waiting>) => () => {
    Object.assign(state, change);
    state.wake();
  };
  const leave = journal.follow({ told: tell({ hasNews: true }), ended: tell({ isOver: true }) });
  const end = setTimeout(tell({ isOver: true }), within * 1000);
  try {
    for (;;) {
      const isLast = state.isOver || isGone();
      if (state.hasNews || isLast) {
        state.hasNews = false;
        const found = await journal.index.find(match, { order: 'oldest', limit: 1 });
        if (found.length > 0 || isLast) return found;
      }
      if (!state.hasNews && !state.isOver) await woken((wake) => (state.wake = wake));
    }
  } finally {
    clearTimeout(end);
    leave();
  }
};

const woken = (bell: (wake: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, LOOK);
    bell(() => {
      clearTimeout(timer);
      resolve();
    });
  });
