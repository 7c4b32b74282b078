import { dateTimeOf, type CivilDate } from '../../../kernel/civil-time.ts';
import { periodOf } from '../../../rules/clearing/period.ts';
import { isListFault } from '../../domain/clearing/national/fault.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import { reconcileDay } from '../../domain/clearing/national/day/reconcile-day.ts';
import { withheldBy } from '../../domain/clearing/national/day/withheld-by.ts';
import type { DayStatement } from '../../domain/clearing/national/records.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Reader, Write } from '../../store/port.ts';
import type { SlowHandler } from '../due-work.ts';
import { dueStep } from './moments.ts';

/** 日对账 between the nation and the treatment provinces, in the night after a day on which something was settled. */
export const clearingDay: SlowHandler = function* (reader, { key: date }, { now, settings }) {
  const faults = reader.clearingRecords('fault', ...ALL_KEYS).filter(isListFault);
  const statements = yield* reconcileDay(
    reader,
    date,
    faults.filter((fault) => fault.date === date),
    dateTimeOf(now),
  );
  const collect = dueStep('collect', periodOf(date), settings);
  return (current) => [
    ...statementWrites(current, date, statements, settings),
    ...(current.clearingRecord('month', collect.key) ? [] : [{ kind: 'due.put', due: collect } as const]),
  ];
};

/** What the reconciliation of a day leaves: its statements, and the rows that are withheld or released by it. */
export const statementWrites = (
  reader: Reader,
  date: CivilDate,
  compared: readonly DayStatement[],
  settings: Settings,
): readonly Write[] => {
  const { statements, withheld } = withheldBy(reader, date, compared);
  const months = new Set(withheld.flatMap(({ releasedInto }) => releasedInto ?? []));
  return [
    ...statements.map((body): Write => ({
      kind: 'clearing.put', record: 'day', key: `${date} ${body.province}`, body,
    })),
    ...withheld.map((body): Write => ({ kind: 'clearing.put', record: 'withheld', key: body.setl_id, body })),
    ...[...months].map((period): Write => ({ kind: 'due.put', due: dueStep('collect', period, settings) })),
  ];
}; // prettier-ignore
