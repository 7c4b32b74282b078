import { outside } from './gate.ts';
import { must } from '../../kernel/assert.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import { answer, type Answered } from './answer.ts';
import { askedOf, withoutAnswer } from './asked.ts';
import { decline, type Download } from './definition.ts';
import type { Exchange } from './desk.ts';
import { firstTurn } from './first-turn.ts';
import { handle } from './handle.ts';
import { inquireAt } from './inquire-at.ts';
import { awaitReply } from './leg.ts';
import { queryDesk, traceId, type World } from './world.ts';

/** What goes back: the envelope's bytes, or a file in their place. */
export type Sent = { readonly bytes: string; readonly file?: Download };

/** Runs a checked message to its answer. */
export const run = async (world: World, exchange: Exchange, now: Instant): Promise<Sent> =>
  exchange.definition.kind === 'query' ? inquire(world, exchange, now) : { bytes: await mutate(world, exchange, now) };

const inquire = async (world: World, exchange: Exchange, now: Instant): Promise<Sent> => {
  const desk = queryDesk(world, exchange, now, world.store.reader);
  const handled = handle(desk, exchange);
  if (!('waiting' in handled)) return marked(world, handled);
  const asked = askedOf(exchange, handled.waiting);
  const wait = { exchange, questions: handled.waiting, since: now };
  const said = await outside(world, inquireAt(world, asked, wait));
  if (said === 'nothing' || 'unbelievable' in said) return answer(desk, exchange, decline(withoutAnswer(asked, said)));
  const again = handle({ ...desk, arrived: { questions: handled.waiting, reply: said } }, exchange);
  must(!('waiting' in again), 'the reply that was waited for has come');
  return again;
};

/** What a query leaves behind is durable before its answer leaves. */
const marked = async (world: World, { marks = [], ...sent }: Answered): Promise<Sent> => {
  if (marks.length > 0) await world.queue.submit((writer) => writer.apply(marks));
  return sent;
};

/** Copies of one message run one after another: each waits until the one before is answered. */
const mutate = async (world: World, exchange: Exchange, now: Instant): Promise<string> => {
  const key = flightKey(exchange);
  for (let earlier = world.flights.get(key); earlier; earlier = world.flights.get(key)) {
    await earlier.catch(() => undefined);
  }
  const flight = turns(world, exchange, now);
  world.flights.set(key, flight);
  return flight.finally(() => world.flights.delete(key));
};

const turns = async (world: World, exchange: Exchange, now: Instant): Promise<string> => {
  const first = await world.queue.submit((writer) => firstTurn(world, writer, exchange, now));
  if ('bytes' in first) return first.bytes;
  return awaitReply({ world, exchange, leg: first.leg, trace: traceId(exchange.seq), now });
};

const flightKey = ({ message }: Exchange): string =>
  [message.door, message.sender, message.infno, message.msgid].join('\n');
