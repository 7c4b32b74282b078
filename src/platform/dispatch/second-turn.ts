import { must } from '../../kernel/assert.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Leg, Reader, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { askedOf, believed, withoutAnswer } from './asked.ts';
import { decline } from './definition.ts';
import type { Exchange, HopReply } from './desk.ts';
import { handle } from './handle.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { placeRow } from './place-row.ts';
import { turnDesk, type World } from './world.ts';

/** A message that waited, in the turn in which something is known of it. */
export type Waited = {
  readonly world: World;
  readonly exchange: Exchange;
  readonly leg: Leg;
  /** Under which the exchange is found, whichever of its turns it is. */
  readonly trace: string;
  /** When the message came. */
  readonly now: Instant;
};

/** The second turn: what came is written down, and the message goes on with it where it can be believed. */
export const heard = (waited: Waited, writer: Writer, returned: Returned): string => {
  const { world } = waited;
  const asked = askedOf(waited.exchange, waited.leg.questions, waited.leg.mdtrt_id);
  const said = believed(world, writer.reader, asked, returned.said);
  writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, { ...returned, said }) }]);
  return 'unbelievable' in said ? unknown(waited, writer, said) : goesOn(waited, writer, said);
};

/** Nothing has come in time. */
export const unheard = (waited: Waited, writer: Writer): string => {
  noteSilence(waited, writer);
  return unknown(waited, writer, 'nothing');
};

/** Writes down that nothing has come. */
export const noteSilence = ({ world, exchange, leg }: Waited, writer: Writer): void => {
  const asked = askedOf(exchange, leg.questions, leg.mdtrt_id);
  writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, { said: 'nothing' }) }]);
};

/** Still on its way, or unknown: nobody has reversed it. */
export const isOpen = (reader: Reader, leg: Leg): boolean => reader.legOfMessage(leg.outer)?.id === leg.id;

/** The message with the reply that it waited for. */
export const goesOn = ({ world, exchange, leg, trace, now }: Waited, writer: Writer, reply: HopReply): string => {
  const desk = { ...turnDesk(world, writer, exchange, now), trace, arrived: { questions: leg.questions, reply } };
  writer.apply([{ kind: 'leg.put', leg: { ...leg, state: reply.ok ? 'done' : 'refused' } }]);
  const handled = handle(desk, exchange);
  must(!('waiting' in handled), 'the reply that was waited for has come');
  return handled.bytes;
};

/**
 * Its outcome is unknown: the visit stays locked, the caller is told the way out. Unless it was reversed on its way:
 * then its visit is free.
 */
export const unknown = (waited: Waited, writer: Writer, said: 'nothing' | Unbelievable): string => {
  const { world, exchange, leg, now } = waited;
  if (isOpen(writer.reader, leg)) writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'unknown' } }]);
  const refusal = withoutAnswer(askedOf(exchange, leg.questions), said);
  return answer(turnDesk(world, writer, exchange, now), exchange, decline(refusal)).bytes;
};
