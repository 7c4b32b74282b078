import type { JournalDesk, JournalFilter, JournalRow } from '../../../sandbox.ts';

/** What a feed is made of. */
export type FeedParts = {
  readonly journal: JournalDesk;
  readonly filter: JournalFilter;
  readonly shown: (row: JournalRow) => object;
};

/** A page of what came before: rows, and what must be told beside them. */
export type Page = { readonly seqs: readonly number[]; readonly text?: string };

/** The rows after one that a client has seen, page by page; undefined at the end. */
export type CatchUp = () => Promise<Page | undefined>;

/** The text of a server-sent event. */
export const eventText = (event: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Those of the rows that answer to the filter, in the order given. */
export const selected = async ({ journal, filter }: FeedParts, seqs: readonly number[]): Promise<readonly number[]> => {
  if (Object.keys(filter).length === 0) return seqs;
  const finding = { order: 'oldest', limit: seqs.length } as const;
  const found = new Set(await journal.index.find({ ...filter, among: seqs }, finding));
  return seqs.filter((seq) => found.has(seq));
};
