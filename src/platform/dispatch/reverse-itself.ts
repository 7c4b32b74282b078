import { outside } from './gate.ts';
import { refuse } from '../domain/refusals.ts';
import type { Leg, Write, Writer } from '../store/port.ts';
import { answer } from './answer.ts';
import { askedOf } from './asked.ts';
import { decline } from './definition.ts';
import { placeRow } from './place-row.ts';
import { ownReversal, sendReversal } from './own-reversal.ts';
import { isOpen, noteSilence, unknown } from './second-turn.ts';
import type { Waited } from './waited.ts';
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
export const reverseItself = async (waited: Waited): Promise<string> => {
  const { world, leg } = waited;
  const asked = await world.queue.submit((writer) => {
    noteSilence(waited, writer);
    const pending: Leg = { ...leg, state: 'unknown', reversalSent: true };
    if (isOpen(writer.reader, leg)) writer.apply([{ kind: 'leg.put', leg: pending }]);
    return ownReversal(waited);
  });
  const { heard, outcome } = await outside(world, sendReversal(world, asked, leg));
  return world.queue.submit((writer) => {
    writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, heard) }]);
    if (outcome === 'undone') return reversed(waited, writer);
    return unknown({ ...waited, leg: { ...leg, reversalSent: outcome === 'unknown' } }, writer, 'nothing');
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
