import type { HisBook, StatementCover } from '../types/his-book.ts';
import type { LedgerEvent } from '../types/ledger.ts';
import { timelineOf, type Message } from './message.ts';

/** Whether the book speaks of everything in a case: what it does not list then, the HIS does not have. */
export const speaksOf = (book: HisBook, messages: readonly Message[]): boolean => {
  const { institutions, covers } = book;
  if (covers) return covers.some((cover) => isInside(cover, messages));
  return (
    messages.every(({ fixmedins_code }) => institutions.includes(fixmedins_code)) &&
    messages.every((message) => timelineOf(message).every((event) => isBefore(book, event)))
  );
};

/** Whether a settlement, refund or reversal came after the book was given: its rows are those of another day then. */
export const isOutdated = (book: HisBook, messages: readonly Message[]): boolean =>
  messages.some(({ sends, reversals }) => [...sends, ...reversals].some((event) => !isBefore(book, event)));

/** By the number of the exchange; the clock may stand. */
const isBefore = ({ at, before }: HisBook, event: LedgerEvent): boolean =>
  before === undefined ? event.at <= at : event.seq < before;

/** All that the case has made lies in the statement, and nothing was done about it after the file was made. */
const isInside = ({ fixmedins_code, setl_ids, before }: StatementCover, messages: readonly Message[]): boolean => {
  const made = messages.flatMap((message) => message.made ?? []);
  return (
    made.length > 0 &&
    made.every((row) => row.fixmedins_code === fixmedins_code && setl_ids.has(row.setl_id)) &&
    messages.flatMap(timelineOf).every(({ seq }) => seq < before)
  );
};
