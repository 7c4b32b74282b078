import { addDays, type CivilDate } from '../../../kernel/civil-time.ts';
import { must } from '../../../kernel/assert.ts';
import { addPeriods, firstDayOf, lastDayOf, type Period } from '../../../rules/clearing/period.ts';
import type { Write } from '../../store/port.ts';
import { dueDay } from '../../time/clearing/moments.ts';
import type { Workspace } from '../workspace.ts';
import type { TrafficPlan } from './traffic-visit.ts';

type Months = Pick<TrafficPlan, 'months'>;

/** The full months before the current one, oldest first. */
export const monthsBefore = (current: Period, count: number): Period[] =>
  Array.from({ length: count }, (_one, index) => addPeriods(current, index - count));

/** Why nothing can be added to these months: one of them was cleared before. */
export const clearedBefore = (workspace: Workspace, { months }: Months): string | undefined => {
  const { reader } = workspace.world().store;
  const cleared = months.find((period) => reader.clearingRecord('month', period));
  return cleared === undefined ? undefined : `${cleared} 已申报清算，不能再补历史流量：请先重置工作区`;
};

/** The day before a history begins: since then its people are filed and its hospitals there. */
export const dayBefore = ({ months: [first] }: Months): CivilDate => {
  must(first, 'a history has a month');
  return addDays(firstDayOf(first), -1);
};

/**
 * History brings its own due work: every day of it is reconciled, and with the first one a month is collected. What has
 * fallen due of it is done at once.
 */
export const reconcile = async (workspace: Workspace, { months }: Months): Promise<void> => {
  await workspace.world().queue.submit((writer) => writer.apply(dueOf(months)));
  await workspace.clockwork().catchUp();
};

const dueOf = (months: readonly Period[]): Write[] =>
  months.flatMap((period) => {
    const writes: Write[] = [];
    for (let day = firstDayOf(period); day <= lastDayOf(period); day = addDays(day, 1)) {
      writes.push({ kind: 'due.put', due: dueDay(day) });
    }
    return writes;
  });
