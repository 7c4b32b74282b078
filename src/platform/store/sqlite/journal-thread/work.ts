import type { BodyHit, ExportSlice, Finding, JournalFilter, JournalHash } from '../../port/journal-index.ts';

/** Where a generation's files lie. */
export type Files = {
  readonly book: string;
  /** Made where it is not there. */
  readonly index: string;
  readonly bodies: string;
  readonly generation: number;
  /** Generations whose rows the book brought along, up to which number each; the lowest number first. */
  readonly lineage: readonly { readonly generation: number; readonly upTo: number }[];
};

/** In which generation a row was written: its bodies stand under that one. */
export const writtenIn = ({ generation, lineage }: Pick<Files, 'generation' | 'lineage'>, seq: number): number =>
  lineage.find(({ upTo }) => seq <= upTo)?.generation ?? generation;

/** What the thread can do: what it is given, and what it gives back. */
export type Work = {
  readonly tell: [given: { readonly came: readonly number[]; readonly went: readonly number[] }, back: null];
  readonly find: [given: { readonly filter: JournalFilter; readonly finding: Finding }, back: readonly number[]];
  readonly count: [given: { readonly filter: JournalFilter }, back: number];
  readonly bodies: [
    given: { readonly text: string; readonly after: number },
    back: { readonly hits: readonly BodyHit[]; readonly next?: number; readonly scanned: number },
  ];
  readonly export: [given: { readonly filter: JournalFilter; readonly bodies: boolean }, back: ExportSlice];
  readonly hash: [given: null, back: JournalHash];
  readonly waiting: [given: null, back: number];
  /** Takes in some of the rows that wait; false when none waits. */
  readonly takeIn: [given: null, back: boolean];
  readonly close: [given: null, back: null];
};

export type Job = keyof Work;

/** A question to the thread; answers carry its number. */
export type Question<J extends Job = Job> = {
  readonly id: number;
  readonly job: J;
  readonly files: Files;
  readonly given: Work[J][0];
};

/** `problem`: what the thread threw. */
export type Reply = { readonly id: number; readonly back?: unknown; readonly problem?: string };
