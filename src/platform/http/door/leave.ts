import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Wire } from '../../../kernel/fault/effect.ts';
import { plainAnswer } from '../plain-answer.ts';
import { envelopeLeaving, type Envelope, type Leaving } from './door-answer.ts';
import { connectionOf, type Connection } from './wire/connection.ts';
import type { HeldAnswers, Kept } from './wire/held-answers.ts';
import { perform } from './wire/perform.ts';
import { watchDelivery } from './wire/watch-delivery.ts';

/** What a fault does to the connection; without a socket it cannot be shown. */
const ON_THE_WIRE: readonly Wire['do'][] = ['lose', 'cut', 'drip', 'twice', 'close-after', 'stash', 'after-next'];

/** Lets the answer of a message leave, as it is or as faults ordered. */
export const leave = async (
  c: Context,
  reception: Envelope,
  heldIn: (world: object) => HeldAnswers,
): Promise<Response> => {
  const { wire, delivered, sender: key } = reception;
  const held = heldIn(reception.world);
  const connection = connectionOf(c);
  const kept = held.take(key);
  // Another answer leaves in its place.
  if (kept) delivered?.('cut');
  const own = { leaving: envelopeLeaving(reception), delivered };
  const { leaving, ...told } = kept ?? own;
  if (connection) watchDelivery(connection, told.delivered);
  answeredBy(connection, () => held.answered(key));
  const effect = wire.find((one) => ON_THE_WIRE.includes(one.do));
  if (!effect) return plain(leaving);
  if (!connection) return plainAnswer(504, '故障要求断开或拖延连接，但这次请求没有真实的连接。');
  await onTheWire(connection, { leaving, ...told }, effect, held, key);
  return RESPONSE_ALREADY_SENT;
};

/** Runs when the answer is with the connection, or the connection is gone: an answer that waits for it comes after. */
const answeredBy = (connection: Connection | undefined, then: () => void): void => {
  if (!connection || connection.outgoing.closed) then();
  else connection.outgoing.once('close', then);
};

const plain = ({ status, headers, body }: Leaving): Response => new Response(body, { status, headers });

const onTheWire = async (
  connection: Connection,
  kept: Kept,
  effect: Wire,
  held: HeldAnswers,
  key: string,
): Promise<void> => {
  if (effect.do === 'after-next') await held.next(key, effect.mostMs);
  if (effect.do === 'stash') held.stash(key, kept);
  perform(connection, kept.leaving, effect.do === 'stash' ? { do: 'lose', how: 'rst', ms: 0 } : effect);
};
