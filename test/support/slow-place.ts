import { answerApart } from '../../src/platform/dispatch/answer-apart.ts';
import type { InsuredPlace } from '../../src/platform/dispatch/insured-place.ts';
import type { World } from '../../src/platform/dispatch/world.ts';
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
    const reply = await answerApart(world(), question);
    await pace.after?.(question);
    return { said: reply };
  },
});
