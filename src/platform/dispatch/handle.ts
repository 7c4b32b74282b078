import { dateOf } from '../../kernel/civil-time.ts';
import { provinceOf } from '../../kernel/admdvs.ts';
import { must } from '../../kernel/assert.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { LegQuestion } from '../store/port.ts';
import { canonicalOf } from './canonical.ts';
import { answer, repeat, type Answered } from './answer.ts';
import {
  decline,
  type Context,
  type Decision,
  type Definition,
  type HospitalContext,
  type Question,
} from './definition.ts';
import type { Desk, Exchange, HopReply } from './desk.ts';
import { fileText } from './file-text.ts';
import { areaOf, partyOf } from './party-of-door.ts';
import { recall } from './recall.ts';
import { referenceId } from './render.ts';
import { warned, withAnnouncement } from './warned.ts';
import { addressedOf } from './ways-closed.ts';

/** A message that waits for a place: its inner messages, outermost first. */
export type Waiting = { readonly waiting: readonly LegQuestion[] };

/**
 * Handles one message: recall what was answered before, load, ask the next hop, decide, write, render. One tick, no
 * await. Inner messages come through here as well, so a province's own 1107 and the one inside a 2207 are the same
 * code.
 */
export const handle = (desk: Desk, exchange: Exchange): Answered | Waiting => {
  const recalled = recall(desk, exchange);
  if (isRefusal(recalled)) return answer(desk, exchange, decline(recalled));
  if (recalled) return repeat(desk, exchange, recalled);
  const decided = decide(desk, exchange, contextOf(desk, exchange));
  return 'waiting' in decided ? decided : answer(desk, exchange, decided);
};

const decide = (desk: Desk, exchange: Exchange, context: Context): Decision<object | undefined> | Waiting => {
  const { definition, input } = exchange;
  const stopped = interception(desk, exchange);
  if (stopped) return decline(stopped);
  const facts = definition.load(desk.reader, input as never, context as never);
  const question = definition.ask?.(facts, input as never, context as never);
  if (isRefusal(question)) return decline(declared(definition, question));
  const asked = question && (desk.arrived?.questions[exchange.hop] ?? addressed(desk, exchange, question));
  const reply = asked && hop(desk, exchange, asked);
  if (reply && 'waiting' in reply) return reply;
  return warned(desk, exchange.message, concluded(exchange, facts, context, reply, asked), reply);
};

const concluded = (
  { definition, input }: Exchange,
  facts: unknown,
  context: Context,
  reply: HopReply | undefined,
  asked: LegQuestion | undefined,
): Decision<object | undefined> => {
  if (reply && !reply.ok) {
    must(asked, 'what was refused was asked');
    const meaning = definition.refused?.(facts, input as never, context as never, reply.refusal, asked);
    return meaning ?? decline(reply.refusal);
  }
  const decision = definition.decide(facts, input as never, context as never, reply?.output as never, asked);
  if (!decision.ok) declared(definition, decision.refusal);
  return decision;
};

/** What a transaction refuses for is part of its definition: pages and tests are made from it. */
const declared = (definition: Definition, refusal: Refusal): Refusal => {
  const { door, infno, refusals } = definition;
  must(refusals.includes(refusal.refused), `${door}/${infno} does not declare the refusal ${refusal.refused}`);
  return refusal;
};

/**
 * Of new business only what the national node relays: its own lists and queries go nowhere. Not again in the second
 * turn of a message that waited: the insured place has already answered it.
 */
const interception = (desk: Desk, { definition, message, input }: Exchange): Refusal | undefined => {
  if (desk.arrived) return undefined;
  const question = { ...message, ...addressedOf(message), input: input as object };
  const stopped = desk.maintenance.stop(desk.reader, question, desk.now);
  if (stopped || message.door !== 'national' || !definition.ask) return stopped;
  return desk.intercept(desk.reader, question, desk);
};

const hop = (desk: Desk, exchange: Exchange, asked: LegQuestion): HopReply | Waiting => {
  // What has come is taken whoever answers for the place by now.
  if (asked.door === 'insured' && desk.arrived) return withAnnouncement(desk, asked, desk.arrived.reply);
  if (asked.door === 'insured' && desk.waitsFor(asked.insuplc)) return sendOut(desk, asked);
  const name = `hop${exchange.hop}`;
  desk.writer?.savepoint(name);
  const handled = handle(desk, innerExchange(desk, exchange, asked));
  if ('waiting' in handled) {
    desk.writer?.undo(name);
    return { waiting: [asked, ...handled.waiting] };
  }
  desk.writer?.release(name);
  return handled.reply();
};

/** Out of the tick to a place that answers in its own time, unless a window of it stops the message. */
const sendOut = (desk: Desk, asked: LegQuestion): HopReply | Waiting => {
  const refusal = desk.maintenance.stop(desk.reader, asked, desk.now);
  return refusal ? { ok: false, refusal } : { waiting: [asked] };
};

/**
 * The province of the treatment place sends a message of its own; the national node relays what it got unchanged, under
 * the same msgid.
 */
const addressed = (desk: Desk, { message, seq }: Exchange, question: Question): LegQuestion => {
  const { door, infno, input, mdtrtarea, insuplc } = question;
  const relayed = message.door === 'national';
  const sender = relayed ? message.sender : provinceOf(mdtrtarea);
  const msgid = relayed ? message.msgid : referenceId(sender, desk.now, seq);
  return { door, infno, sender, msgid, input, mdtrtarea, insuplc };
};

const innerExchange = (desk: Desk, outer: Exchange, asked: LegQuestion): Exchange => {
  const definition = desk.definitionOf(asked.door, asked.infno);
  must(definition, `a hop asks ${asked.door}/${asked.infno}, which has no behaviour`);
  const { sender, infno, msgid, mdtrtarea, insuplc, input } = asked;
  const relayed = input === outer.input;
  return {
    definition,
    message: {
      door: definition.door, sender, infno, msgid, mdtrtarea_admvs: mdtrtarea, insuplc_admdvs: insuplc,
    },
    input,
    canonical: relayed ? outer.canonical : canonicalOf(input),
    relayed,
    violations: [],
    seq: desk.nextSeq(),
    hop: outer.hop + 1,
    ...(outer.via && { via: outer.via }),
  }; // prettier-ignore
};

const contextOf = (desk: Desk, { message, institution, seq, hop, unpacked }: Exchange): Context | HospitalContext => ({
  message,
  now: desk.now,
  today: dateOf(desk.now),
  party: partyOf(message),
  settings: desk.settings,
  library: desk.library,
  fileText,
  reference: () => referenceId(areaOf(message), desk.now, seq),
  seq,
  hop,
  ...(institution && { institution }),
  ...(unpacked && { unpacked }),
});
