import { must } from '../../kernel/assert.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Due } from '../domain/due.ts';
import type { Library } from '../domain/library.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader, Writer } from '../store/port.ts';
import type { ClockState } from './clock-state.ts';
import { inPages } from './in-pages.ts';
import { dueContext, type DueHandlers, type Finish, type SlowHandlers } from './due-work.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What time needs of a workspace to move. */
export type Timeline = {
  readonly clock: VirtualClock;
  /** Holds messages while time moves. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly submit: <T>(turn: (writer: Writer) => T) => Promise<T>;
  readonly handlers: DueHandlers;
  readonly slow: SlowHandlers;
  /** Slow work that is prepared and waits for its turn, by kind and key. */
  readonly prepared: Map<string, Finish>;
  /** Acknowledged state, from which slow work is prepared. */
  readonly reader: Reader;
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
  timeline.alone(async () => {
    const done = await moveOn(timeline, to, (due) => prepare(timeline, due));
    await setClock(timeline, after ?? timeline.clock.at(to));
    return done;
  });

/**
 * Does what has fallen due while the clock went by itself. Slow work is prepared before the barrier: messages go on
 * meanwhile.
 */
export const catchUp = async (timeline: Timeline): Promise<void> => {
  for (;;) {
    const slow: Due[] = [];
    const to = timeline.clock.now();
    await timeline.alone(async () => {
      await moveOn(timeline, to, (due) => Promise.resolve(void slow.push(due)));
      if (slow.length === 0) await setClock(timeline, timeline.clock.state());
    });
    const [next] = slow;
    if (!next) return;
    await prepare(timeline, next);
    // Somebody may have moved the clock on meanwhile, and done it.
    const due = timeline.reader.nextDue(timeline.clock.now());
    if (!due || nameOf(due) !== nameOf(next)) timeline.prepared.delete(nameOf(next));
  }
};

/** Stops at slow work that is not prepared when `onSlow` does not prepare it. */
const moveOn = async (timeline: Timeline, to: Instant, onSlow: (due: Due) => Promise<void>): Promise<number> => {
  let done = 0;
  for (;;) {
    const { count, slow } = await timeline.submit((writer) => chunk(timeline, writer, to));
    done += count;
    if (slow) await onSlow(slow);
    const stays = slow ? !timeline.prepared.has(nameOf(slow)) : count < CHUNK;
    if (stays) return done;
  }
};

const setClock = async ({ submit, clock }: Timeline, state: ClockState): Promise<void> => {
  await submit((writer) => writer.apply([keptClock(state)]));
  clock.set(state);
};

const nameOf = ({ kind, key }: Due): string => `due ${kind} ${key}`;

/** The clock as the book keeps it. */
export const keptClock = (state: ClockState) =>
  ({ kind: 'setting.put', key: CLOCK, value: JSON.stringify(state) }) as const;

/** The clock is stored as far as it has come: a crash in the middle goes on from there. */
const chunk = (timeline: Timeline, writer: Writer, to: Instant): { count: number; slow?: Due } => {
  let last: Due | undefined;
  for (let count = 0; count < CHUNK; count += 1) {
    const next = writer.reader.nextDue(to);
    const slow = next && timeline.slow[next.kind] && !timeline.prepared.has(nameOf(next)) ? next : undefined;
    if (!next || slow) {
      keepMoment(timeline, writer, last);
      return { count, ...(slow && { slow }) };
    }
    writer.savepoint('due');
    try {
      const work = workOf(timeline, writer, next);
      writer.apply([{ kind: 'due.done', due: next }, ...work]);
      writer.release('due');
    } catch (defect) {
      writer.undo('due');
      writer.apply([{ kind: 'due.done', due: next }]);
      timeline.onDefect(defect, nameOf(next));
    }
    last = next;
  }
  keepMoment(timeline, writer, last);
  return { count: CHUNK };
};

/** Between two pages whoever waits gets through. A defect is told when the work would be done. */
const prepare = async (timeline: Timeline, due: Due): Promise<void> => {
  const { slow, reader, library, settings, prepared } = timeline;
  try {
    const steps = slow[due.kind]?.(reader, due, dueContext(due.at, library, settings()));
    must(steps, `nobody prepares the due work ${due.kind}`);
    prepared.set(nameOf(due), await inPages(steps));
  } catch (defect) {
    const told = () => {
      throw defect;
    };
    prepared.set(nameOf(due), told);
  }
};

const workOf = (timeline: Timeline, writer: Writer, due: Due) => {
  const { handlers, prepared, library, settings } = timeline;
  const finish = prepared.get(nameOf(due));
  prepared.delete(nameOf(due));
  const handler = handlers[due.kind];
  must(finish ?? handler, `nobody does the due work ${due.kind}`);
  const context = dueContext(due.at, library, settings());
  const writes = finish?.(writer.reader) ?? handler?.(writer.reader, due, context) ?? [];
  const forEver = writes.some((write) => write.kind === 'due.put' && write.due.at <= due.at);
  must(!forEver, `the due work ${due.kind} falls due again at once`);
  return writes;
};

const keepMoment = ({ clock }: Timeline, writer: Writer, last: Due | undefined): void => {
  if (last && last.at > clock.now()) writer.apply([keptClock(clock.at(last.at))]);
};
