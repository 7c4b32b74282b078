import type { Leg, Reader } from '../store/port.ts';
import { askedOf, believed } from './asked.ts';
import type { Returned } from './insured-place.ts';
import { dueReversal, sendDueReversal } from './due-reversal.ts';
import { placeRow } from './place-row.ts';
import { goesOn } from './second-turn.ts';
import type { Waited } from './waited.ts';

/** Writes down what comes after its time, if anything does. */
export const listen = (waited: Waited, sending: Promise<Returned>): void => {
  const { world, leg } = waited;
  void sending.then(
    (late) => arriveLate(waited, late).catch((defect: unknown) => world.onDefect(defect, leg.trace)),
    () => undefined,
  );
};

/**
 * An answer after its time: an unknown outcome becomes known; after a reversal a success must be undone at the place,
 * so its own 1301 goes out.
 */
const arriveLate = async (waited: Waited, returned: Returned): Promise<void> => {
  const { world, exchange, leg } = waited;
  const due = await world.queue.submit((writer) => {
    const asked = askedOf(exchange, leg.questions, leg.mdtrt_id);
    const said = believed(world, writer.reader, asked, returned.said);
    writer.apply([{ kind: 'journal.append', row: placeRow(world, asked, { ...returned, said }) }]);
    if ('unbelievable' in said) return undefined;
    if (maySettle(writer.reader, leg)) return goesOn(late(waited), writer, said).due;
    return said.ok && isReversed(writer.reader, leg) ? dueReversal(waited, writer) : undefined;
  });
  if (due) await sendDueReversal(world, due);
};

/** The same exchange once more in the journal, under its own number; the trace stays. */
const late = (waited: Waited): Waited => ({
  ...waited,
  exchange: { ...waited.exchange, seq: waited.world.nextSeq() },
});

const maySettle = (reader: Reader, { id, outer }: Leg): boolean => {
  const leg = reader.legOfMessage(outer);
  return leg?.id === id && leg.state === 'unknown' && leg.reversalSent !== true;
};

const isReversed = (reader: Reader, { id }: Leg): boolean =>
  reader.legsInState('reversed').some((leg) => leg.id === id);
