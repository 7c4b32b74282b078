import { must } from '../../src/kernel/assert.ts';
import { canonicalOf } from '../../src/platform/dispatch/canonical.ts';
import { handle } from '../../src/platform/dispatch/handle.ts';
import type { HopReply } from '../../src/platform/dispatch/desk.ts';
import type { InsuredPlace } from '../../src/platform/dispatch/insured-place.ts';
import { turnDesk, type World } from '../../src/platform/dispatch/world.ts';
import type { LegQuestion } from '../../src/platform/store/port.ts';

/** When a slow place answers: at once, when it is told to, or never. */
export type Pace = (question: LegQuestion) => Promise<void>;

/**
 * An insured place that answers with the embedded engine, but in a turn of its own: every message takes the way of one
 * that must wait. `before` may hold the message back, `after` the answer.
 */
export const slowPlace = (
  world: () => World,
  pace: { readonly before?: Pace; readonly after?: Pace; readonly timeoutMs?: number } = {},
): InsuredPlace => ({
  kind: 'waiting',
  timeoutMs: pace.timeoutMs ?? 1_000,
  send: async (question) => {
    await pace.before?.(question);
    const reply = await answerOf(world(), question);
    await pace.after?.(question);
    return { said: reply };
  },
});

const answerOf = (world: World, question: LegQuestion): Promise<HopReply> =>
  world.queue.submit((writer) => {
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
  });
