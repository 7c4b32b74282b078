import { dateOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Due } from '../domain/due.ts';
import type { Library } from '../domain/library.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader, Write } from '../store/port.ts';

/** What a handler of due work may know: its time is the moment at which it fell due. */
export type DueContext = {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly library: Library;
  readonly settings: Settings;
};

/** Does one kind of due work: pure, what it changes comes back as writes, further due work among them. */
export type DueHandler = (reader: Reader, due: Due, context: DueContext) => readonly Write[];

/** The rest of slow work, done in one turn: what it changes comes back as writes. */
export type Finish = (reader: Reader) => readonly Write[];

/**
 * Due work that reads much: it is prepared page by page from acknowledged state, yielding between pages so that
 * messages get through, and then finished in its turn.
 */
export type SlowHandler = (reader: Reader, due: Due, context: DueContext) => Generator<void, Finish>;

export type SlowHandlers = Readonly<Record<string, SlowHandler>>;

/** Every kind of due work by its name. A kind that nobody handles is a defect. */
export type DueHandlers = Readonly<Record<string, DueHandler>>;

export const dueContext = (now: Instant, library: Library, settings: Settings): DueContext => ({
  now,
  today: dateOf(now),
  library,
  settings,
});
