import { z } from 'zod';
import { MARKS, STATUSES, type Mark } from '../basis.ts';
import { dateText, listOf, words } from './texts.ts';

/** What every block of a dated list says of itself: source, how well founded, when it was looked at. */
export const founded = {
  source: listOf(words),
  mark: z.enum(Object.keys(MARKS) as Mark[]),
  status: z.enum(STATUSES),
  checked_on: dateText,
  note: words.exactOptional(),
};

/** First and last day, both inclusive; without a last day it holds on. */
export const life = { from: dateText, to: dateText.exactOptional() };

/** The head of a list: its title, and its sources by the keys that the blocks name. */
export const listHead = {
  title: words,
  sources: z.record(z.string(), z.strictObject({ title: words, dated: words, trust: words })),
};

/** The sources that a block names and the head does not have, each as a complaint. */
export const unknownSources = (source: readonly string[], sources: object): string[] =>
  source.filter((key) => !(key in sources)).map((key) => `来源 “${key}” 没有在 sources 中登记`);

/** The days of a block as its rows carry them. */
export const span = ({ from, to }: { readonly from: string; readonly to?: string }) =>
  to === undefined ? { from } : { from, to };
