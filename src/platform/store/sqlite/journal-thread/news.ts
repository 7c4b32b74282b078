import type { Work } from './work.ts';

/** What became of a journal and the thread has not been told yet. */
export type News = {
  readonly came: (seqs: readonly number[]) => void;
  readonly went: (seqs: readonly number[]) => void;
  readonly send: () => void;
  /** Rows that wait. */
  readonly size: () => number;
  readonly clear: () => void;
};

/** How long the first of them waits for company, in milliseconds of the machine. */
const PAUSE = 200;

/** Gathers what happens and sends it together: alone after a pause where somebody waits for it, or when told to. */
export const news = (tell: (given: Work['tell'][0]) => void, isHurried: () => boolean): News => {
  let came: number[] = [];
  let went: number[] = [];
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
    [came, went] = [[], []];
  };
  const send = (): void => {
    const given = { came, went };
    clear();
    if (given.came.length + given.went.length > 0) tell(given);
  };
  const later = (): void => {
    if (!isHurried()) return;
    timer ??= setTimeout(send, PAUSE);
    timer.unref();
  };

  return {
    came: (more) => {
      came.push(...more);
      later();
    },
    went: (more) => {
      went.push(...more);
      later();
    },
    send,
    size: () => came.length + went.length,
    clear,
  };
};
