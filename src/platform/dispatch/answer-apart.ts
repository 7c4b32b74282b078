import { must } from '../../kernel/assert.ts';
import type { LegQuestion, Write, Writer } from '../store/port.ts';
import { canonicalOf } from './canonical.ts';
import type { HopReply } from './desk.ts';
import { handle } from './handle.ts';
import { turnDesk, type World } from './world.ts';

/** Name of the savepoint around an answer whose writes may be forgotten. */
const APART = 'apart';

/**
 * The embedded engine answers in a turn of its own, as a province that takes its time does. forgets: it says what it
 * would say, and keeps nothing of it but the numbers that it gave: they stand in the other books.
 */
export const answerApart = (world: World, question: LegQuestion, forgets = false): Promise<HopReply> =>
  world.queue.submit((writer) => {
    if (!forgets) return answered(world, writer, question);
    const given: Write[] = [];
    writer.savepoint(APART);
    const reply = answered(world, notingNumbers(writer, given), question);
    writer.undo(APART);
    writer.apply(given);
    return reply;
  });

/** A writer that notes which serial numbers are taken. */
const notingNumbers = (writer: Writer, given: Write[]): Writer => ({
  ...writer,
  apply: (writes) => {
    given.push(...writes.filter(({ kind }) => kind === 'serial.take'));
    writer.apply(writes);
  },
});

const answered = (world: World, writer: Writer, question: LegQuestion): HopReply => {
  const { infno, sender, msgid, input, mdtrtarea, insuplc } = question;
  const definition = world.definitionOf('insured', infno);
  must(definition, `the insured place answers ${infno}`);
  const exchange = {
    definition,
    message: { door: 'insured' as const, infno, sender, msgid, mdtrtarea_admvs: mdtrtarea, insuplc_admdvs: insuplc },
    input,
    canonical: canonicalOf(input),
    violations: [],
    seq: world.nextSeq(),
    hop: 2,
  };
  const handled = handle(turnDesk(world, writer, exchange, world.clock.now()), exchange);
  must(!('waiting' in handled), 'the insured place asks nobody');
  return handled.reply();
};
