import { refuse } from '../domain/refusals.ts';
import type { Leg, Write, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { askedOf } from './asked.ts';
import { decline } from './definition.ts';
import type { InsuredPlace } from './insured-place.ts';
import { placeRow } from './place-row.ts';
import { isUndone, ownReversal } from './reversal-message.ts';
import { noteSilence, unknown, type Waited } from './second-turn.ts';
import { within } from './within.ts';
import { turnDesk } from './world.ts';

/** The national node reverses by itself only where the workspace says so, and only what it relayed. */
export const mayReverseItself = ({ world, exchange, leg }: Waited): boolean => {
  const { question, asker } = askedOf(exchange, leg.questions);
  const reversible = question.infno === '1107' || question.infno === '1203';
  return world.settings().autoReverse && reversible && asker.role === 'national';
};

/**
 * Nothing came in time, so the national node sends a 1301 of its own; the caller waits for that too. While its outcome
 * is unknown the leg can only be reversed: asked again it might be settled here and undone there.
 */
export const reverseItself = async (
  waited: Waited,
  place: Extract<InsuredPlace, { kind: 'waiting' }>,
): Promise<string> => {
  const { world, leg } = waited;
  const asked = await world.queue.submit((writer) => {
    noteSilence(waited, writer);
    writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'unknown', reversalSent: true } }]);
    return ownReversal(waited);
  });
  const returned = (await within(place.send(asked.question), place.timeoutMs)) ?? { said: 'nothing' as const };
  return world.queue.submit((writer) => {
    writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, returned) }]);
    const { said } = returned;
    if (isUndone(said)) return reversed(waited, writer);
    const open = said === 'nothing' || 'unbelievable' in said;
    return unknown({ ...waited, leg: { ...leg, reversalSent: open } }, writer, 'nothing');
  });
};

const reversed = ({ world, exchange, leg, now }: Waited, writer: Writer): string => {
  writer.apply([{ kind: 'leg.put', leg: { ...leg, state: 'reversed' } }, ...rememberedReversed(leg)]);
  const refusal = refuse({ role: 'national' }, 'insured-place-reversed');
  return answer(turnDesk(world, writer, exchange, now), exchange, decline(refusal)).bytes;
};

/** Neither the message from outside nor the one that it became may come again under its msgid. */
const rememberedReversed = ({ outer, outerContent, questions }: Leg): Write[] => {
  const inner = questions.filter(({ door }) => door === 'national');
  return [outer, ...inner].map(({ door, sender, infno, msgid }) => ({
    kind: 'message.remember',
    message: { door, sender, infno, msgid, state: 'reversed', content: outerContent, answer: '' },
  }));
};
