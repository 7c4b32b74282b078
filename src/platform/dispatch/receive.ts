import type { Instant } from '../../kernel/civil-time.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.ts';
import { admit, routed } from './admit.ts';
import { checkInput } from './check-input.ts';
import type { Definition, Message } from './definition.ts';
import type { Exchange } from './desk.ts';
import { messageOf, readEnvelope } from './envelope.ts';
import { openCredential } from './open-credential.ts';
import { platformError, refused, type Opened, type Outcome } from './outcome.ts';
import { partyOf } from './party-of-door.ts';
import { foreignSide } from './province.ts';
import type { Received } from './received.ts';
import { checkSignature } from './signature/check-signature.ts';
import { struckOrNot } from './struck-or-not.ts';
import { lookRound } from './watched.ts';
import type { World } from './world.ts';

const MEBIBYTE = 1_048_576;

/**
 * From message to bytes: envelope, gateway signature, transaction, size, institution and sign-in, input, then the turn.
 * Each step goes on or answers. Whatever a client sends, the answer is a valid envelope (or 413 for a body over its
 * limit).
 */
export const receive = async (world: World, received: Received): Promise<Outcome> => {
  const held = world.gate.enter();
  if (held) await held;
  try {
    return await answered(world, received);
  } finally {
    world.gate.leave();
  }
};

const answered = async (world: World, received: Received): Promise<Outcome> => {
  const now = world.clock.tick();
  // A stepped clock moves with each message.
  lookRound(world);
  const seq = world.nextSeq();
  const opened =
    received.door === 'credential' ? openCredential(received, world.settings(), seq, now) : open(received, seq, now);
  try {
    return await steps(world, received, opened);
  } catch (defect) {
    return platformError(world, opened, defect);
  }
};

/** Decoding and the envelope; what cannot be read is left empty, the refusal kept beside it. */
const open = (received: Received, seq: number, now: Instant): Opened => {
  const { decoded } = received;
  const { envelope, violations, breaches, rawInput } = readEnvelope(decoded.ok ? decoded.value : {});
  const infno = envelope.infno ?? received.pathInfno ?? '';
  const otherPath = received.pathInfno !== undefined && infno !== received.pathInfno;
  // The national node's envelope is ours: it has none of the fields that only a hospital can fill in.
  const heading = received.door === 'insured' ? ([[], []] as const) : ([violations, breaches] as const);
  return {
    message: messageOf(received.door, infno, envelope, seq),
    seq,
    now,
    violations: [...heading[0], ...(otherPath ? ['infno:differs-from-path'] : [])],
    breaches: [...heading[1], ...(otherPath ? [`交易编号（infno）与地址中的 ${received.pathInfno} 不同`] : [])],
    rawInput,
    hasMessageId: envelope.msgid !== undefined,
    ...(received.header(SELF_RUN) !== undefined && { via: 'self' as const }),
    ...(!decoded.ok && { stop: refuse({ role: 'sandbox' }, 'malformed', decoded.error) }),
  };
};

/** Marks messages of the sandbox's own acceptance run 自检: they prove nothing about a province's system. */
export const SELF_RUN = 'x-kuasheng-self-run';

const selfRun = ({ via }: Opened) => (via === undefined ? {} : { via });

const steps = async (world: World, received: Received, opened: Opened): Promise<Outcome> => {
  const gate = atGateway(world, received, opened.now);
  if (gate) return gate;
  if (opened.stop) return refused(world, opened, opened.stop);
  const exchange = await exchangeOf(world, received, opened);
  if ('kind' in exchange) return exchange;
  const outcome = await struckOrNot(world, received, exchange, opened);
  const mutates = outcome.kind === 'answered' && exchange.definition.kind === 'mutation';
  return mutates ? { ...outcome, mutates } : outcome;
};

/** The message as its transaction takes it, or why it goes no further. */
const exchangeOf = async (world: World, received: Received, opened: Opened): Promise<Exchange | Outcome> => {
  const stop = (refusal: Refusal, violations = opened.violations): Outcome =>
    refused(world, { ...opened, violations }, refusal);
  const { message } = opened;
  const definition = demanding(world, world.definitionOf(received.door, message.infno));
  if (!definition) return stop(unknown(world, message));
  const limit = definition.maxBody ?? MEBIBYTE;
  if (received.size > limit) return { kind: 'too-large', limit };

  // A change without a msgid could be neither repeated nor reversed.
  if (definition.kind === 'mutation' && !opened.hasMessageId) {
    return stop(refuse(partyOf(message), 'fields-missing', 'msgid（发送方报文ID）'));
  }
  const admitted = admit(world, message, received);
  if (isRefusal(admitted)) return stop(admitted);
  const checked = checkInput(definition, admitted.message, opened, world.settings().strict);
  if ('refusal' in checked) return stop(checked.refusal, checked.violations);

  const addressed = addressedBy(world, definition, admitted.message, checked.input);
  if (isRefusal(addressed)) return stop(addressed, checked.violations);
  const { seq } = opened;
  const unpacked = await unpackedBy(world, definition, checked.input);
  return {
    definition, ...admitted, ...checked, ...unpacked, ...selfRun(opened), message: addressed, seq, hop: 0,
  }; // prettier-ignore
};

/** At the credential door the types that there are fit into one sentence. */
const unknown = (world: World, message: Message): Refusal =>
  message.door === 'credential'
    ? refuse(partyOf(message), 'trans-type-unknown', message.infno, world.numbersOf('credential').join('、'))
    : refuse({ role: 'sandbox' }, 'transaction-unknown', message.infno);

const unpackedBy = async (world: World, { packed }: Definition, input: object) => {
  const brought = packed?.(input as never);
  return brought ? { unpacked: await world.unpack(brought) } : {};
};

/**
 * The gateway stands before hospitals and provinces; the national node has a signature of its own, the SDK of the
 * credential door signs in a way that is not public.
 */
const atGateway = (world: World, { door, header }: Received, now: Instant): Outcome | undefined =>
  door === 'insured' || door === 'credential' ? undefined : checkSignature(world.settings(), header, now);

/** The insured place can do without nothing that the national node demands before it relays. */
const demanding = (world: World, definition: Definition | undefined): Definition | undefined => {
  const national = definition?.door === 'insured' ? world.definitionOf('national', definition.infno) : undefined;
  return definition && national ? { ...definition, needs: national.needs } : definition;
};

/** Whom it is for and who is its sender, unless it speaks for somebody else. */
const addressedBy = (world: World, definition: Definition, message: Message, input: object): Message | Refusal =>
  foreignSide(world.store.reader, definition, message.sender, input) ?? routed(message, input);
