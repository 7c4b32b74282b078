import { parentPort } from 'node:worker_threads';
import { DOING, openDesk, type Desk } from './desk.ts';
import type { Question, Reply } from './work.ts';

/**
 * Reads journals beside the thread that serves messages. One thread for all workspaces; each question names its files.
 */
const desks = new Map<string, Desk>();

const deskOf = ({ files }: Question): Desk => {
  const known = desks.get(files.book);
  if (known) return known;
  const desk = openDesk(files);
  desks.set(files.book, desk);
  return desk;
};

const answered = async (question: Question): Promise<Reply> => {
  const { id, job, files } = question;
  try {
    // Whoever closes what was never opened is done.
    if (job === 'close' && !desks.has(files.book)) return { id, back: null };
    const work = DOING[job] as (desk: Desk, given: unknown) => unknown;
    const back = await work(deskOf(question), question.given);
    if (job === 'close') desks.delete(files.book);
    return { id, back };
  } catch (problem) {
    return { id, problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
};

let takingIn = false;

/** Follows the books between questions, a chunk at a time. */
const takeIn = (): void => {
  takingIn = false;
  for (const desk of desks.values()) if (desk.index.takeIn()) later();
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
