import { must } from '../../kernel/assert.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import { refuse } from '../domain/refusals.ts';
import type { JournalRow, Leg, LegQuestion, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { decline } from './definition.ts';
import type { Exchange, HopReply } from './desk.ts';
import { handle } from './handle.ts';
import { referenceId } from './render.ts';
import { turnDesk, type World } from './world.ts';

/**
 * Sends the innermost message of a leg and runs the second turn when the answer comes. Without an answer in time the
 * leg is unknown and the caller is told to reverse; an answer that comes later still is written down.
 */
export const awaitReply = async (world: World, exchange: Exchange, leg: Leg, now: Instant): Promise<string> => {
  const question = innermost(leg);
  const place = world.insuredPlace(question.insuplc);
  must(place.kind === 'waiting', 'only a waiting place is waited for');
  const reply = place.send(question);
  const inTime = await outside(world, within(reply, place.timeoutMs));
  if (inTime) return world.queue.submit((writer) => arrived(world, writer, exchange, leg, inTime, now));
  void reply.then(
    (late) => arriveLate(world, exchange, leg, late, now).catch((defect: unknown) => world.onDefect(defect, leg.trace)),
    () => undefined,
  );
  return world.queue.submit((writer) => silent(world, writer, exchange, leg, now));
};

/** Time may move while a place is waited for: only who is inside the gate holds it up. */
export const outside = async <T>({ gate }: World, waiting: Promise<T>): Promise<T> => {
  gate.leave();
  try {
    return await waiting;
  } finally {
    await gate.enter();
  }
};

const innermost = (leg: Leg): LegQuestion => {
  const question = leg.questions.at(-1);
  must(question, 'a leg has a question');
  return question;
};

/** The reply, or undefined when it does not come in time. Wire time: the real clock of the machine. */
export const within = (reply: Promise<HopReply>, timeoutMs: number): Promise<HopReply | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    reply.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });

const arrived = (world: World, writer: Writer, exchange: Exchange, leg: Leg, reply: HopReply, now: Instant): string => {
  const desk = {
    ...turnDesk(world, writer, exchange, now),
    trace: leg.trace,
    arrived: { questions: leg.questions, reply },
  };
  writer.apply([{ kind: 'leg.put', leg: { ...leg, state: reply.ok ? 'done' : 'refused' } }]);
  const handled = handle(desk, exchange);
  must(!('waiting' in handled), 'the reply that was waited for has come');
  return handled.bytes;
};

/**
 * An answer after its time: an unknown outcome becomes known; after a reversal a success must be undone at the place,
 * so its own 1301 goes out.
 */
const arriveLate = async (world: World, exchange: Exchange, leg: Leg, reply: HopReply, now: Instant): Promise<void> => {
  const reversed = await world.queue.submit((writer) => {
    const state = writer.reader.legOfMessage(leg.outer)?.state;
    if (state === 'unknown') arrived(world, writer, { ...exchange, seq: world.nextSeq() }, leg, reply, now);
    else turnDesk(world, writer, exchange, now).journal(lateRow(world, leg, reply, now));
    return state === 'reversed';
  });
  const place = world.insuredPlace(innermost(leg).insuplc);
  if (reversed && reply.ok && place.kind === 'waiting') await place.send(reversalOf(world, innermost(leg), now));
};

const lateRow = (world: World, leg: Leg, reply: HopReply, now: Instant): JournalRow => {
  const { door, infno, sender, msgid } = innermost(leg);
  return {
    seq: world.nextSeq(), trace: leg.trace, hop: leg.questions.length, door, infno, sender, msgid, at: now,
    infcode: reply.ok ? 0 : -1, err_msg: '迟到的应答', mdtrt_id: leg.mdtrt_id, input: '', violations: [], writes: [],
    repeated: false,
  }; // prettier-ignore
};

const reversalOf = (world: World, question: LegQuestion, now: Instant): LegQuestion => {
  const { mdtrtarea, insuplc, infno: oinfno, msgid: omsgid } = question;
  const msgid = referenceId(question.sender, now, world.nextSeq());
  return { ...question, infno: '1301', msgid, input: { data: { mdtrtarea, insuplc, oinfno, omsgid } } };
};

const silent = (world: World, writer: Writer, exchange: Exchange, leg: Leg, now: Instant): string => {
  writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'unknown' } }]);
  const refusal = refuse({ role: 'national' }, 'insured-place-silent');
  return answer(turnDesk(world, writer, exchange, now), exchange, decline(refusal)).bytes;
};
