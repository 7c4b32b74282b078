import type { Writer } from '../store/port.ts';

/** One mutation of a workspace: runs in one tick inside the open database transaction. */
export type Turn<T> = (writer: Writer) => T;

/** COMMIT failed: nothing of the batch is durable, and every message in it must be told so. */
export class CommitFailed extends Error {
  override name = 'CommitFailed';
}

export type TurnQueue = {
  /** Resolves when the turn's writes are durable; rejects with what the turn threw, or with CommitFailed. */
  readonly submit: <T>(turn: Turn<T>) => Promise<T>;
  /** The same for what nobody waits for: it joins the next batch, or makes one of its own a moment later. */
  readonly join: <T>(turn: Turn<T>) => Promise<T>;
  /** Resolves when no turn waits or runs. */
  readonly idle: () => Promise<void>;
};

/** How long a turn that nobody waits for may wait for company, in milliseconds of the machine. */
const PAUSE = 25;

/** Turns that share one database transaction: more do not make it faster, but make the first one wait. */
const BATCH = 64;

type Task = { run: (writer: Writer) => void; settle: (failure: CommitFailed | undefined) => void };

/**
 * The one writer's queue. Turns run one after another, each in its own savepoint; those that arrive together share one
 * COMMIT (group commit). No promise is settled before COMMIT returned.
 */
export const turnQueue = (writer: Writer): TurnQueue => {
  const waiting: Task[] = [];
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const commitBatch = async (batch: readonly Task[]): Promise<CommitFailed | undefined> => {
    try {
      writer.begin();
      for (const task of batch) task.run(writer);
      await writer.commit();
      return undefined;
    } catch (cause) {
      writer.rollback();
      return new CommitFailed('the batch could not be committed', { cause });
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      const failure = await commitBatch(batch);
      for (const task of batch) task.settle(failure);
      await nextTick();
    }
    running = undefined;
  };

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    running ??= nextTick().then(drain);
  };

  const enqueue = <T>(turn: Turn<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => void waiting.push(taskOf(turn, resolve, reject)));

  return {
    submit: (turn) => {
      const done = enqueue(turn);
      start();
      return done;
    },
    join: (turn) => {
      const done = enqueue(turn);
      timer ??= setTimeout(start, PAUSE);
      return done;
    },
    idle: async () => {
      if (waiting.length > 0) start();
      await running;
    },
  };
};

/** Messages that arrive in the same round of the event loop end up in the same batch. */
const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const taskOf = <T>(turn: Turn<T>, resolve: (value: T) => void, reject: (error: unknown) => void): Task => {
  let outcome: { value: T } | { error: unknown } | undefined;
  return {
    run: (writer) => {
      writer.savepoint('turn');
      try {
        outcome = { value: turn(writer) };
        writer.release('turn');
      } catch (error) {
        writer.undo('turn');
        outcome = { error };
      }
    },
    settle: (failure) => {
      if (failure) reject(failure);
      else if (outcome && 'value' in outcome) resolve(outcome.value);
      else reject(outcome?.error);
    },
  };
};
