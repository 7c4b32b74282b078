import type { JournalRow } from '../../../sandbox.ts';
import { eventText, selected, type CatchUp, type FeedParts } from './feed-parts.ts';
import type { Piece } from './pulled.ts';

/** Rows for one client: it is told of them, and gives them out as the client takes them. */
export type Feed = {
  readonly told: (rows: readonly JournalRow[]) => void;
  readonly ended: () => void;
  readonly next: () => Promise<Piece>;
};

/** Rows that may wait for a client. Their numbers wait, not they themselves. */
export const MOST_WAITING = 10_000;
/** Rows of one piece. */
const PIECE = 100;
/** Silence after which a sign of life goes out, in milliseconds of the machine. */
const HEARTBEAT = 15_000;

/** Waits until it is rung, or so many milliseconds of the machine. */
const bell = () => {
  let ring: () => void = () => undefined;
  return {
    ring: () => ring(),
    wait: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
};

/**
 * The rows that a client has not been given yet: their numbers, in the order of commits, and how many found no room.
 */
const waitingRows = () => {
  const seqs = new Set<number>();
  let missed = 0;
  return {
    seqs,
    missed: () => missed,
    add: (seq: number) => {
      // Once something was missed the stream ends behind what waits: what comes now is missed as well.
      if (missed > 0 || seqs.size >= MOST_WAITING) missed += 1;
      else seqs.add(seq);
    },
    take: (most: number) => {
      const taken = [...seqs].slice(0, most);
      taken.forEach((seq) => seqs.delete(seq));
      return taken;
    },
  };
};

/** A feed that begins with what the client has not seen yet, if anything. Nothing in it grows without bound. */
export const feedOf = (parts: FeedParts, behind: CatchUp | undefined): Feed => {
  const waiting = waitingRows();
  const news = bell();
  let catchUp = behind;
  let isOver = false;

  const texts = (seqs: readonly number[]): string =>
    parts.journal
      .rows(seqs)
      .map((row) => eventText('row', parts.shown(row), row.seq))
      .join('');

  const fromBehind = async (pages: CatchUp): Promise<string> => {
    const page = await pages();
    if (!page) catchUp = undefined;
    // A row may have come while what was before it was read.
    page?.seqs.forEach((seq) => waiting.seqs.delete(seq));
    return (page?.text ?? '') + texts(page?.seqs ?? []);
  };

  /** What there is; empty where a page held nothing for this client, undefined where there is nothing at all. */
  const some = async (): Promise<string | undefined> => {
    if (catchUp) return fromBehind(catchUp);
    return waiting.seqs.size > 0 ? texts(await selected(parts, waiting.take(PIECE))) : undefined;
  };

  /** The last word, where it has come to that. */
  const ending = (): string | undefined => {
    const missed = waiting.missed();
    if (isOver) return eventText('end', { missed: missed + waiting.seqs.size });
    return missed > 0 && waiting.seqs.size === 0 ? eventText('missed', { missed }) : undefined;
  };

  const next = async (): Promise<Piece> => {
    for (;;) {
      const last = ending();
      if (last !== undefined) return { text: last, last: true };
      const text = await some();
      if (text === undefined) {
        await news.wait(HEARTBEAT);
        if (waiting.seqs.size === 0 && !isOver) return { text: ': ping\n\n', last: false };
      } else if (text !== '') return { text, last: false };
    }
  };

  return {
    next: greeted(next),
    told: (rows) => {
      for (const { seq } of rows) waiting.add(seq);
      news.ring();
    },
    ended: () => {
      isOver = true;
      news.ring();
    },
  };
};

/** The first piece goes out at once: the client sees that it is connected. */
const greeted = (next: Feed['next']): Feed['next'] => {
  let isFirst = true;
  return async () => {
    if (!isFirst) return next();
    isFirst = false;
    return { text: ': journal\n\n', last: false };
  };
};
