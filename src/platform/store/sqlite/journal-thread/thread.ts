import { parentPort } from 'node:worker_threads';
import { DOING, openDesk, type Desk } from './desk.ts';
import type { Job, Question, Reply } from './work.ts';

/**
 * Reads journals beside the thread that serves messages. One thread for all workspaces; each question names its files.
 */
const desks = new Map<string, Desk>();
/** Books that somebody has asked about: they are followed at once, others a piece at a time, when told to be. */
const asked = new Set<string>();
/** What whoever serves messages does by itself. */
const UNASKED: ReadonlySet<Job> = new Set(['tell', 'takeIn', 'close']);

const deskOf = ({ files }: Question): Desk => {
  const known = desks.get(files.book);
  if (known) return known;
  const desk = openDesk(files);
  desks.set(files.book, desk);
  return desk;
};

const forget = (book: string): void => {
  desks.delete(book);
  asked.delete(book);
};

const answered = async (question: Question): Promise<Reply> => {
  const { id, job, files } = question;
  try {
    // Whoever closes what was never opened is done.
    if (job === 'close' && !desks.has(files.book)) return { id, back: null };
    if (!UNASKED.has(job)) asked.add(files.book);
    const work = DOING[job] as (desk: Desk, given: unknown) => unknown;
    const back = await work(deskOf(question), question.given);
    if (job === 'close') forget(files.book);
    return { id, back };
  } catch (problem) {
    return { id, problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
};

let takingIn = false;

/** Follows the books between questions, a chunk at a time. */
const takeIn = (): void => {
  takingIn = false;
  for (const [book, desk] of desks) if (asked.has(book) && desk.index.takeIn()) later();
};

const later = (): void => {
  if (takingIn) return;
  takingIn = true;
  setImmediate(takeIn);
};

parentPort?.on('message', (question: Question) => {
  void answered(question).then((reply) => {
    parentPort?.postMessage(reply);
    later();
  });
});
