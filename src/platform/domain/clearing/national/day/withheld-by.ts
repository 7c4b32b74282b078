import type { CivilDate } from '../../../../../kernel/civil-time.ts';
import { addPeriods, periodOf, type Period } from '../../../../../rules/clearing/period.ts';
import { ALL_KEYS } from '../month-lines.ts';
import type { ClearedMonth, DayStatement, Withheld } from '../records.ts';

/** The look-ups that say what is withheld. */
export type WithheldReader = {
  readonly clearingRecord: (kind: 'month', key: string) => ClearedMonth | undefined;
  readonly clearingRecords: (kind: 'withheld', from: string, to: string) => readonly Withheld[];
};

/** Rows that a day's statements keep out of clearing, and those that an earlier one did and that agree by now. */
export const withheldBy = (
  reader: WithheldReader,
  date: CivilDate,
  statements: readonly DayStatement[],
): readonly Withheld[] => {
  const differing = statements.flatMap((one) => one.differing).filter((row) => row.ours !== undefined);
  const before = reader.clearingRecords('withheld', ...ALL_KEYS).filter((row) => row.date === date);
  const known = new Map(before.map((row) => [row.setl_id, row]));
  const wrong = new Set(differing.map((row) => row.setl_id));
  return [
    ...differing
      .filter(({ setl_id }) => known.get(setl_id)?.releasedInto === undefined)
      .map(({ setl_id, verdict }) => ({ setl_id, date, verdict })),
    ...before
      .filter((row) => row.releasedInto === undefined && !wrong.has(row.setl_id))
      .map((row) => ({ ...row, releasedInto: firstUncollected(reader, periodOf(date)) })),
  ];
};

/** The first month from one on whose rows may still change. */
export const firstUncollected = (reader: Pick<WithheldReader, 'clearingRecord'>, from: Period): Period => {
  let period = from;
  while (reader.clearingRecord('month', period)) period = addPeriods(period, 1);
  return period;
};
