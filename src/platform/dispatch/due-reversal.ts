import { must } from '../../kernel/assert.ts';
import type { Leg, Writer } from '../store/port.ts';
import type { Asked } from './asked.ts';
import { placeOfLeg } from './place-of-leg.ts';
import { placeRow } from './place-row.ts';
import { ownReversal, sendReversal, type Reversed } from './own-reversal.ts';
import type { Waited } from './waited.ts';
import { traceId, type World } from './world.ts';

/** Legs of the national node's own are outer messages of no door that anybody can knock at. */
const OWN = 'own';

/**
 * A place has done late what was reversed meanwhile: the 1301 that is due, as a leg of its own, so that a restart sends
 * it.
 */
export const dueReversal = (waited: Waited, writer: Writer): Leg => {
  const { question } = ownReversal(waited);
  const { sender, infno, msgid } = question;
  const leg: Leg = {
    id: traceId(waited.world.nextSeq()),
    state: 'sent',
    outer: { door: OWN, sender, infno, msgid },
    outerContent: '',
    trace: waited.trace,
    mdtrt_id: '',
    questions: [question],
    sentAt: waited.world.clock.now(),
    ...(waited.leg.engine && { engine: true }),
  };
  writer.apply([{ kind: 'leg.put', leg }]);
  return leg;
};

const STATES: Readonly<Record<Reversed['outcome'], Leg['state']>> = {
  undone: 'done',
  refused: 'refused',
  unsent: 'unknown',
  unknown: 'unknown',
};

/** Sends it; without an answer it stays unknown until the next start. */
export const sendDueReversal = async (world: World, leg: Leg): Promise<void> => {
  const asked = askedBy(leg);
  const { heard, outcome } = await sendReversal(world, asked, leg);
  const state = STATES[outcome];
  await world.queue.submit((writer) =>
    writer.apply([
      { kind: 'journal.append', row: placeRow(world, asked, heard) },
      { kind: 'leg.put', leg: { ...leg, state } },
    ]),
  );
};

/** At a start: sends what was due when the process ended. */
export const resumeDueReversals = (world: World): void => {
  const own = world.store.reader.legsInState('unknown').filter(({ outer }) => outer.door === OWN);
  const due = own.filter((leg) => placeOfLeg(world, leg) !== undefined);
  for (const leg of due) sendDueReversal(world, leg).catch((defect: unknown) => world.onDefect(defect, leg.trace));
};

const askedBy = ({ questions: [question], trace }: Leg): Asked => {
  must(question, 'a reversal that is due has a message');
  return { question, kind: 'mutation', trace, hop: 2, asker: { role: 'national' } };
};
