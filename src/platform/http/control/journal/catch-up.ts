import { droppedShown } from './search.ts';
import { eventText, selected, type CatchUp, type FeedParts } from './feed-parts.ts';

const PAGE = 200;

/**
 * In the order of commits where that row is still remembered; else by number, and rows that were committed late with a
 * lower number are not among them.
 */
export const rowsSince = (parts: FeedParts, after: number): CatchUp => {
  const { journal } = parts;
  const remembered = journal.recent.since(after);
  const pages = remembered ? fromMemory(parts, remembered) : fromBook(parts, after);
  const dropped = journal.dropped();
  let notice = dropped && dropped.upTo > after ? eventText('dropped', droppedShown(dropped)) : undefined;
  return async () => {
    if (notice === undefined) return pages();
    const text = notice;
    notice = undefined;
    return { seqs: [], text };
  };
};

const fromMemory = (parts: FeedParts, seqs: readonly number[]): CatchUp => {
  let at = 0;
  return async () => {
    if (at >= seqs.length) return undefined;
    const page = seqs.slice(at, at + PAGE);
    at += PAGE;
    return { seqs: await selected(parts, page) };
  };
};

const fromBook = ({ journal, filter }: FeedParts, start: number): CatchUp => {
  let after = start;
  return async () => {
    const seqs = await journal.index.find({ ...filter, after }, { order: 'oldest', limit: PAGE });
    after = seqs.at(-1) ?? after;
    return seqs.length === 0 ? undefined : { seqs };
  };
};
