import { must } from '../../kernel/assert.ts';
import type { LegQuestion, Writer } from '../store/port.ts';
import { canonicalOf } from './canonical.ts';
import type { HopReply } from './desk.ts';
import { handle } from './handle.ts';
import { turnDesk, type World } from './world.ts';

/** Name of the savepoint around an answer whose writes may be forgotten. */
const APART = 'apart';

/**
 * The embedded engine answers in a turn of its own, as a province that takes its time does. forgets: it says what it
 * would say, and has written nothing but its journal row.
 */
export const answerApart = (world: World, question: LegQuestion, forgets = false): Promise<HopReply> =>
  world.queue.submit((writer) => {
    if (!forgets) return answered(world, writer, question);
    writer.savepoint(APART);
    const reply = answered(world, writer, question);
    writer.undo(APART);
    return reply;
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
