import { must } from '../../kernel/assert.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Due } from '../domain/due.ts';
import type { Library } from '../domain/library.ts';
import type { Settings } from '../domain/settings.ts';
import type { Writer } from '../store/port.ts';
import type { ClockState } from './clock-state.ts';
import { dueContext, type DueHandlers } from './due-work.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What time needs of a workspace to move. */
export type Timeline = {
  readonly clock: VirtualClock;
  /** Holds messages while time moves. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly submit: <T>(turn: (writer: Writer) => T) => Promise<T>;
  readonly handlers: DueHandlers;
  readonly library: Library;
  readonly settings: () => Settings;
  /** Told of work that failed: it is left undone and forgotten, time goes on. */
  readonly onDefect: (defect: unknown, trace: string) => void;
};

/** Under this key a book keeps the state of its clock: a snapshot carries it. */
export const CLOCK = 'clock';

/** Items that share one commit. */
const CHUNK = 64;

/**
 * Moves time on: a barrier. Messages wait; what falls due until then is done in order, each item in its own savepoint
 * with the clock at its own moment, items that it adds included; then the clock is set. Answers how many were done.
 */
export const advance = (timeline: Timeline, to: Instant, after?: ClockState): Promise<number> =>
  timeline.alone(() => moveOn(timeline, to, after));

const moveOn = async (timeline: Timeline, to: Instant, after: ClockState | undefined): Promise<number> => {
  const { clock, submit } = timeline;
  let done = 0;
  for (;;) {
    const count = await submit((writer) => chunk(timeline, writer, to));
    done += count;
    if (count < CHUNK) break;
  }
  const state = after ?? clock.at(to);
  await submit((writer) => writer.apply([keptClock(state)]));
  clock.set(state);
  return done;
};

/** The clock as the book keeps it. */
export const keptClock = (state: ClockState) =>
  ({ kind: 'setting.put', key: CLOCK, value: JSON.stringify(state) }) as const;

/** The clock is stored as far as it has come: a crash in the middle goes on from there. */
const chunk = (timeline: Timeline, writer: Writer, to: Instant): number => {
  let last: Due | undefined;
  for (let count = 0; count < CHUNK; count += 1) {
    const next = writer.reader.nextDue(to);
    if (!next) {
      keepMoment(timeline, writer, last);
      return count;
    }
    writer.savepoint('due');
    try {
      const work = workOf(timeline, writer, next);
      writer.apply([{ kind: 'due.done', due: next }, ...work]);
      writer.release('due');
    } catch (defect) {
      writer.undo('due');
      writer.apply([{ kind: 'due.done', due: next }]);
      timeline.onDefect(defect, `due ${next.kind} ${next.key}`);
    }
    last = next;
  }
  keepMoment(timeline, writer, last);
  return CHUNK;
};

const workOf = ({ handlers, library, settings }: Timeline, writer: Writer, due: Due) => {
  const handler = handlers[due.kind];
  must(handler, `nobody does the due work ${due.kind}`);
  const writes = handler(writer.reader, due, dueContext(due.at, library, settings()));
  const forEver = writes.some((write) => write.kind === 'due.put' && write.due.at <= due.at);
  must(!forEver, `the due work ${due.kind} falls due again at once`);
  return writes;
};

const keepMoment = ({ clock }: Timeline, writer: Writer, last: Due | undefined): void => {
  if (last && last.at > clock.now()) writer.apply([keptClock(clock.at(last.at))]);
};
