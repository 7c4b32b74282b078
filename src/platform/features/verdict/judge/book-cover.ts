import type { HisBook, StatementCover } from '../types/his-book.ts';
import { timelineOf, type Message } from './message.ts';

/** Whether the book speaks of everything in a case: what it does not list then, the HIS does not have. */
export const speaksOf = ({ institutions, at, covers }: HisBook, messages: readonly Message[]): boolean => {
  if (covers) return covers.some((cover) => isInside(cover, messages));
  const last = Math.max(...messages.flatMap((message) => timelineOf(message).map((event) => event.at)));
  return messages.every(({ fixmedins_code }) => institutions.includes(fixmedins_code)) && last <= at;
};

/** All that the case has made lies in the statement, and nothing was done about it after the file was made. */
const isInside = ({ fixmedins_code, setl_ids, before }: StatementCover, messages: readonly Message[]): boolean => {
  const made = messages.flatMap((message) => message.made ?? []);
  return (
    made.length > 0 &&
    made.every((row) => row.fixmedins_code === fixmedins_code && setl_ids.has(row.setl_id)) &&
    messages.flatMap(timelineOf).every(({ seq }) => seq < before)
  );
};
