import type { Work } from './work.ts';

/** What became of a journal and the thread has not been told yet. */
export type News = {
  readonly came: (seqs: readonly number[]) => void;
  readonly went: (upTo: number) => void;
  readonly send: () => void;
  /** Rows that wait. */
  readonly size: () => number;
  readonly clear: () => void;
};

/** How long the first of them waits for company, in milliseconds of the machine. */
const PAUSE = 200;

/** Gathers what happens and sends it together. */
export const news = (tell: (given: Work['tell'][0]) => void): News => {
  let seqs: number[] = [];
  let forget: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
    seqs = [];
    forget = undefined;
  };
  const send = (): void => {
    const given = { seqs, ...(forget !== undefined && { forget }) };
    clear();
    if (given.seqs.length > 0 || given.forget !== undefined) tell(given);
  };
  const later = (): void => {
    timer ??= setTimeout(send, PAUSE);
    timer.unref();
  };

  return {
    came: (more) => {
      seqs.push(...more);
      later();
    },
    went: (upTo) => {
      forget = upTo;
      later();
    },
    send,
    size: () => seqs.length,
    clear,
  };
};
