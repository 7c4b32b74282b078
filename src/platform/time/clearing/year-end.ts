import { addDays, dateTimeOf } from '../../../kernel/civil-time.ts';
import { add, ZERO, type Fen } from '../../../kernel/money.ts';
import type { Admdvs } from '../../../kernel/admdvs.ts';
import { dueOf, lineOf } from '../../../rules/clearing/line.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import { monthsOfYear, openOfYear, yearSums } from '../../../rules/clearing/year-end.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { ClosedYear, GeneratedTable, LapsedSums } from '../../domain/clearing/national/records.ts';
import { rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Reader } from '../../store/port.ts';
import type { DueContext, SlowHandler } from '../due-work.ts';
import { again } from './step.ts';

/**
 * 年终清算: once every month that may hold fees of a year is closed, the year is: what each province paid and got for its
 * fees, and what was settled and never confirmed. While a month is open it is tried again every day.
 */
export const clearingYear: SlowHandler = function* (reader, { key: year }, context) {
  const rules = rulesOf(context.settings);
  const isOpen = (current: Reader): boolean =>
    openOfYear(year, current.clearingRecords('month', ...ALL_KEYS), rules).length > 0;
  if (isOpen(reader)) return () => [again('clearing-year', year, context)];
  const lapsed = new Map<Admdvs, LapsedSums>();
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    for (const row of reader.nationalUnconfirmed(`${day} 00:00:00`, `${day} 23:59:59`)) {
      const line = lineOf(row);
      if (line) enter(lapsed, line.payee, dueOf(line, rules));
    }
    yield;
  }
  return (current) => {
    if (isOpen(current)) return [again('clearing-year', year, context)];
    const body = closed(current, year, [...lapsed.values()], context);
    return [{ kind: 'clearing.put', record: 'year', key: year, body }];
  };
};

const enter = (lapsed: Map<Admdvs, LapsedSums>, province: Admdvs, due: Fen): void => {
  const before = lapsed.get(province) ?? { province, rows: 0, due: ZERO };
  lapsed.set(province, { province, rows: before.rows + 1, due: add(before.due, due) });
};

/** The last table of some months. */
const lastOf = (reader: Reader, months: readonly Period[]): GeneratedTable | undefined =>
  months.map((period) => reader.clearingRecord('table', period)).findLast((table) => table !== undefined);

const closed = (
  reader: Reader,
  year: string,
  lapsed: readonly LapsedSums[],
  { now, settings }: DueContext,
): ClosedYear => {
  const tables = monthsOfYear(year, rulesOf(settings)).flatMap((period) => {
    const table = reader.clearingRecord('table', period)?.table;
    return table?.years.some((row) => row.year === year) === true ? [table] : [];
  });
  const withheld = reader.clearingRecords('withheld', ...ALL_KEYS);
  const lines = tables.flatMap(({ years }) => years.filter((row) => row.year === year).map((row) => row.lines));
  return {
    year,
    closedAt: dateTimeOf(now),
    months: tables.map(({ period }) => period),
    lines: lines.reduce((all, one) => all + one, 0),
    provinces: yearSums(year, tables),
    left: lastOf(reader, monthsOfYear(year, rulesOf(settings)))?.left ?? [],
    lapsed: lapsed.toSorted((a, b) => (a.province < b.province ? -1 : 1)),
    withheld: withheld.filter((row) => row.releasedInto === undefined && row.date.startsWith(year)).length,
  };
};
