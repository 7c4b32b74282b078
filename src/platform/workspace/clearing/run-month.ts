import { addDays, dateOf } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { addPeriods, dayOfPeriod, type Period } from '../../../rules/clearing/period.ts';
import type { World } from '../../dispatch/world.ts';
import type { ClearedMonth } from '../../domain/clearing/national/records.ts';
import { dueStep, STEPS, type Step } from '../../time/clearing/moments.ts';
import { dueHandlers, slowHandlers } from '../../time/due-handlers.ts';
import { dueContext } from '../../time/due-work.ts';
import { inPages } from '../../time/in-pages.ts';

/** How far a month can be brought on, by the stage it then has. */
export const GOALS = { collected: 'collect', generated: 'generate', noticed: 'notice', closed: 'close' } as const;
export type Goal = keyof typeof GOALS;

/**
 * Brings the clearing of a month on at once, without waiting for the days of its calendar: every step as it would be
 * done on its day. Stops where a province does not do its part. Not before its hospitals have confirmed.
 */
export const runMonth = async (
  world: World,
  period: Period,
  goal: Goal,
): Promise<Result<ClearedMonth | undefined, string>> => {
  const why = tooEarly(world, period) ?? earlierOpen(world, period);
  if (why !== undefined) return fail(why);
  for (const step of STEPS.slice(0, STEPS.indexOf(GOALS[goal]) + 1)) await doNow(world, period, step);
  return ok(world.store.reader.clearingRecord('month', period));
};

const tooEarly = ({ clock, settings }: World, period: Period): string | undefined => {
  const last = dayOfPeriod(addPeriods(period, 1), settings().clearingDeadline);
  if (dateOf(clock.now()) > last) return undefined;
  return `${period} 要到 ${last} 医疗机构确认截止之后才能清算：请先 kuasheng clock advance ${addDays(last, 1)}`;
};

/** A month is filed after the one before it: what is released or balanced goes on to the first that is open. */
const earlierOpen = ({ store: { reader } }: World, period: Period): string | undefined => {
  const before = addPeriods(period, -1);
  const isOpen = !reader.clearingRecord('month', before) && reader.nationalConfirmed(before, '', 1).length > 0;
  return isOpen ? `${before} 已有确认的明细、还没有申报：请先办理 ${before}` : undefined;
};

const doNow = async (world: World, period: Period, step: Step): Promise<void> => {
  const { library, settings, queue, store, clock } = world;
  const due = { ...dueStep(step, period, settings()), at: clock.now() };
  const context = dueContext(due.at, library, settings());
  const slow = slowHandlers[due.kind];
  const finish = slow && (await inPages(slow(store.reader, due, context)));
  await queue.submit((writer) => {
    const done = writer.reader.clearingRecord('month', period)?.done.some((one) => one.step === step) ?? false;
    if (done && finish) return;
    const writes = finish?.(writer.reader) ?? dueHandlers[due.kind]?.(writer.reader, due, context) ?? [];
    writer.apply([{ kind: 'due.done', due }, ...writes]);
  });
};
