import { must } from '../../kernel/assert.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Leg, Reader, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { askedOf, believed, withoutAnswer } from './asked.ts';
import { decline } from './definition.ts';
import type { HopReply } from './desk.ts';
import { dueReversal } from './due-reversal.ts';
import { handle } from './handle.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { placeRow } from './place-row.ts';
import type { Waited } from './waited.ts';
import type { Interrupted } from './watched.ts';
import { turnDesk } from './world.ts';

/** The answer to the caller, and the reversal that is due at the place where it has done what is refused here. */
export type Concluded = { readonly bytes: string; readonly due?: Leg };

/** The second turn: what came is written down, and the message goes on with it where it can be believed. */
export const heard = (waited: Waited, writer: Writer, returned: Returned): Concluded => {
  const { world } = waited;
  const asked = askedOf(waited.exchange, waited.leg.questions, waited.leg.mdtrt_id);
  const said = believed(world, writer.reader, asked, returned.said);
  writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, { ...returned, said }) }]);
  if ('unbelievable' in said) return { bytes: unknown(waited, writer, said) };
  return !said.ok && hasNotLooked(waited, said.refusal)
    ? { bytes: leftUnknown(waited, writer, said.refusal) }
    : goesOn(waited, writer, said);
};

/** Asked again, a place that a fault lets refuse has not looked into its book: of the first time that says nothing. */
const hasNotLooked = ({ leg, trace }: Waited, { refused }: Refusal): boolean =>
  leg.trace !== trace && refused === 'fault-ordered';

/** Nothing has come in time. */
export const unheard = (waited: Waited, writer: Writer): string => {
  noteSilence(waited, writer);
  return unknown(waited, writer, 'nothing');
};

/** Somebody on the way has gone down: the caller is told so at once, the outcome is unknown. */
export const interrupted = (waited: Waited, writer: Writer, { down }: Interrupted): string => {
  noteSilence(waited, writer, { ok: false, refusal: down });
  return leftUnknown(waited, writer, down);
};

/** Writes down that nothing has come, or what stood in the way. */
export const noteSilence = (
  { world, exchange, leg }: Waited,
  writer: Writer,
  said: 'nothing' | HopReply = 'nothing',
): void => {
  const asked = askedOf(exchange, leg.questions, leg.mdtrt_id);
  writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, { said }) }]);
};

/** Still on its way, or unknown: nobody has reversed it. */
export const isOpen = (reader: Reader, leg: Leg): boolean => reader.legOfMessage(leg.outer)?.id === leg.id;

/**
 * The message with the reply that it waited for. The facts may have changed meanwhile: then it is refused after all.
 */
export const goesOn = (waited: Waited, writer: Writer, reply: HopReply): Concluded => {
  const { world, exchange, leg, trace, now } = waited;
  const desk = { ...turnDesk(world, writer, exchange, now), trace, arrived: { questions: leg.questions, reply } };
  writer.apply([{ kind: 'leg.put', leg: { ...leg, state: reply.ok ? 'done' : 'refused' } }]);
  const handled = handle(desk, exchange);
  must(!('waiting' in handled), 'the reply that was waited for has come');
  const { bytes, committed } = handled;
  return reply.ok && !committed && movesMoney(leg) ? { bytes, due: dueReversal(waited, writer) } : { bytes };
};

const movesMoney = ({ questions }: Leg): boolean => ['1107', '1203'].includes(questions.at(-1)?.infno ?? '');

/** Its outcome is unknown, since nothing came that could be believed: the caller is told the way out. */
export const unknown = (waited: Waited, writer: Writer, said: 'nothing' | Unbelievable): string =>
  leftUnknown(waited, writer, withoutAnswer(askedOf(waited.exchange, waited.leg.questions), said));

/** The visit stays locked. Unless the message was reversed on its way: then its visit is free. */
const leftUnknown = ({ world, exchange, leg, now }: Waited, writer: Writer, refusal: Refusal): string => {
  if (isOpen(writer.reader, leg)) writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'unknown' } }]);
  return answer(turnDesk(world, writer, exchange, now), exchange, decline(refusal)).bytes;
};
