import type { Instant } from '../../kernel/civil-time.ts';
import { refuse } from '../domain/refusals.ts';
import type { Leg, LegQuestion, Reader, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { decline } from './definition.ts';
import type { Exchange } from './desk.ts';
import { handle } from './handle.ts';
import { isEngines } from './insured-place.ts';
import { partyOf } from './party-of-door.ts';
import { placeAsked, placeOfLeg } from './place-of-leg.ts';
import { addressedOf } from './ways-closed.ts';
import { traceId, turnDesk, type World } from './world.ts';

/** What the first turn of a mutation comes to: an answer, or a leg whose message must now be sent. */
export type FirstTurn = { readonly bytes: string } | { readonly leg: Leg };

/**
 * The first turn. A message of its own that was left unknown is asked again with the very same inner message; another
 * message for a visit whose last outcome is unknown is refused until that one is reversed. New business or not: what
 * was sent once is earlier business, and waits for nobody but who is down.
 */
export const firstTurn = (world: World, writer: Writer, exchange: Exchange, now: Instant): FirstTurn => {
  const desk = turnDesk(world, writer, exchange, now);
  const no = (name: 'leg-unknown' | 'msgid-reused') =>
    answer(desk, exchange, decline(refuse(partyOf(exchange.message), name)));
  const closed = desk.maintenance.closed(writer.reader, addressedOf(exchange.message), now);
  if (closed) return answer(desk, exchange, decline(closed));
  const own = openLeg(writer.reader, exchange);
  if (own && own.outerContent === exchange.canonical.hash()) {
    const [down] = own.questions.flatMap((question) => desk.maintenance.down(writer.reader, question, now) ?? []);
    if (down) return answer(desk, exchange, decline(down));
    return mayAskAgain(world, own) ? send(writer, { ...own, state: 'sent', sentAt: now }) : no('leg-unknown');
  }
  if (own && desk.settings.reusedMsgid === 'refuse') return no('msgid-reused');
  if (lockedByAnother(writer.reader, exchange)) return no('leg-unknown');
  const handled = handle(desk, exchange);
  if (!('waiting' in handled)) return handled;
  return send(writer, newLeg(world, exchange, handled.waiting, now));
};

const openLeg = (reader: Reader, { message }: Exchange): Leg | undefined => {
  const leg = reader.legOfMessage(message);
  return leg && (leg.state === 'sent' || leg.state === 'unknown') ? leg : undefined;
};

/** Not after a reversal of the national node's own, and not where another system answers by now: only reversed. */
const mayAskAgain = (world: World, leg: Leg): boolean =>
  leg.reversalSent !== true && placeOfLeg(world, leg) !== undefined;

const send = (writer: Writer, leg: Leg): FirstTurn => {
  writer.apply([{ kind: 'leg.put', leg }]);
  return { leg };
};

const newLeg = (world: World, exchange: Exchange, questions: readonly LegQuestion[], now: Instant): Leg => {
  const { door, sender, infno, msgid } = exchange.message;
  return {
    id: traceId(exchange.seq),
    state: 'sent',
    outer: { door, sender, infno, msgid },
    outerContent: exchange.canonical.hash(),
    trace: traceId(exchange.seq),
    mdtrt_id: visitNamed(exchange.input) ?? '',
    questions,
    sentAt: now,
    ...(isEngines(placeAsked(world, questions)) && { engine: true }),
  };
};

/** A reversal is the way out of an unknown outcome, so it passes. */
const lockedByAnother = (reader: Reader, exchange: Exchange): boolean => {
  const mdtrt_id = visitNamed(exchange.input);
  if (mdtrt_id === undefined || exchange.message.infno === '2601' || exchange.message.infno === '1301') return false;
  return reader.openLegOfVisit(mdtrt_id) !== undefined;
};

/** The visit that a message is about, whichever node names it. */
const visitNamed = (input: unknown): string | undefined => {
  for (const node of Object.values(input as Record<string, unknown>)) {
    const row: unknown = Array.isArray(node) ? node[0] : node;
    if (typeof row !== 'object' || row === null) continue;
    const { mdtrt_id, mdtrt_regno } = row as { mdtrt_id?: unknown; mdtrt_regno?: unknown };
    const named = mdtrt_id ?? mdtrt_regno;
    if (typeof named === 'string') return named;
  }
  return undefined;
};
