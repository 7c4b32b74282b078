import { must } from '../../kernel/assert.ts';
import type { Party } from '../domain/party.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import type { LegQuestion, Reader } from '../store/port.ts';
import type { Kind } from './definition.ts';
import type { Exchange, HopReply } from './desk.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { partyOf } from './party-of-door.ts';
import { traceId, type World } from './world.ts';

/** A message that leaves the process, and where it stands in its exchange. */
export type Asked = {
  readonly question: LegQuestion;
  readonly kind: Kind;
  readonly trace: string;
  /** Below the message from outside. */
  readonly hop: number;
  /** The party that asks: its text stands where the place itself says nothing. */
  readonly asker: Party;
  /** msgid of the message above: the same where it was relayed, and then the input is kept there. */
  readonly above?: string;
  readonly mdtrt_id?: string;
};

const NATION: Party = { role: 'national' };

/** The innermost of the messages that an exchange waits for; across provinces the national node asks. */
export const askedOf = (exchange: Exchange, questions: readonly LegQuestion[], mdtrt_id = ''): Asked => {
  const { message, definition, seq, hop } = exchange;
  const question = questions.at(-1);
  must(question, 'an exchange that waits has a question');
  return {
    question,
    kind: definition.kind,
    trace: traceId(seq),
    hop: hop + questions.length,
    asker: message.door === 'national' || questions.length > 1 ? NATION : partyOf(message),
    above: questions.at(-2)?.msgid ?? message.msgid,
    ...(mdtrt_id !== '' && { mdtrt_id }),
  };
};

/** The reply, or why it cannot be right as the books stand. A message that did not arrive is refused by who asks. */
export const believed = (
  { doubt }: World,
  reader: Reader,
  { question, asker }: Asked,
  said: Returned['said'],
): HopReply | Unbelievable => {
  if ('unreached' in said) {
    return { ok: false, refusal: refuse(asker, 'insured-place-unreached', said.unreached) };
  }
  if ('unbelievable' in said || !said.ok) return said;
  const unbelievable = doubt(reader, question, said.output);
  return unbelievable === undefined ? said : { unbelievable };
};

/** What the caller is told of a message that nobody has answered, or not so that it can be believed. */
export const withoutAnswer = ({ asker, kind, question }: Asked, said: 'nothing' | Unbelievable): Refusal => {
  const { infno } = question;
  if (said === 'nothing') {
    return kind === 'query' ? refuse(asker, 'query-silent') : refuse(asker, 'insured-place-silent', infno);
  }
  const why = said.unbelievable;
  return kind === 'query' ? refuse(asker, 'query-invalid', why) : refuse(asker, 'insured-answer-invalid', why, infno);
};
