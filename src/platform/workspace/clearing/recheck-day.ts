import { dateTimeOf, type CivilDate } from '../../../kernel/civil-time.ts';
import type { World } from '../../dispatch/world.ts';
import { isListFault } from '../../domain/clearing/national/fault.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import { reconcileDay } from '../../domain/clearing/national/day/reconcile-day.ts';
import type { DayStatement } from '../../domain/clearing/national/records.ts';
import { statementWrites } from '../../time/clearing/day.ts';
import { inPages } from '../../time/in-pages.ts';

/** Reconciles a day once more, after what was wrong has been put right: rows that agree by now are released. */
export const recheckDay = async (world: World, date: CivilDate): Promise<DayStatement[]> => {
  const { reader } = world.store;
  const faults = reader.clearingRecords('fault', ...ALL_KEYS).filter(isListFault);
  const ofDay = faults.filter((fault) => fault.date === date);
  const statements = await inPages(reconcileDay(reader, date, ofDay, dateTimeOf(world.clock.now())));
  return world.queue.submit((writer) => {
    writer.apply(statementWrites(writer.reader, date, statements, world.settings()));
    return statements.flatMap(({ province }) => writer.reader.clearingRecord('day', `${date} ${province}`) ?? []);
  });
};
