import { outside } from './gate.ts';
import { askedOf } from './asked.ts';
import { sendDueReversal } from './due-reversal.ts';
import { listen } from './late.ts';
import { placeOfLeg } from './place-of-leg.ts';
import { mayReverseItself, reverseItself } from './reverse-itself.ts';
import { heard, interrupted, unheard, unknown } from './second-turn.ts';
import type { Waited } from './waited.ts';
import { watched } from './watched.ts';
import { within } from './within.ts';

/**
 * Sends the innermost message of a leg and runs the second turn when the answer comes. Without an answer in time the
 * leg is unknown and the caller is told to reverse, unless the national node does so itself; an answer that comes later
 * still is written down. So it is when the way goes down meanwhile, and nobody reverses through a node that is down.
 */
export const awaitReply = async (waited: Waited): Promise<string> => {
  const { world, exchange, leg } = waited;
  const { question } = askedOf(exchange, leg.questions);
  const place = placeOfLeg(world, leg);
  // The operator has named another system in this very moment: the message has not left.
  if (!place) return world.queue.submit((writer) => unknown(waited, writer, 'nothing'));
  const sending = place.send(question);
  const wait = { exchange, questions: leg.questions, since: waited.now };
  const inTime = await outside(world, watched(world, wait, within(sending, place.timeoutMs)));
  if (inTime && 'down' in inTime) {
    const told = await world.queue.submit((writer) => interrupted(waited, writer, inTime));
    listen(waited, sending);
    return told;
  }
  if (inTime) {
    const { bytes, due } = await world.queue
      .submit((writer) => heard(waited, writer, inTime))
      .catch(leftUnknown(waited));
    if (due) sendDueReversal(world, due).catch((defect: unknown) => world.onDefect(defect, due.trace));
    return bytes;
  }
  const answered = mayReverseItself(waited)
    ? await reverseItself(waited)
    : await world.queue.submit((writer) => unheard(waited, writer));
  listen(waited, sending);
  return answered;
};

/** Whatever broke after the place has answered: the leg can be asked again or reversed, the caller gets its trace. */
const leftUnknown =
  ({ world, leg }: Waited) =>
  async (defect: unknown): Promise<never> => {
    await world.queue.submit((writer) => writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'unknown' } }]));
    throw defect;
  };
