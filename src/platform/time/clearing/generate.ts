import { dateTimeOf } from '../../../kernel/civil-time.ts';
import { must } from '../../../kernel/assert.ts';
import { billsOf, type Balances } from '../../../rules/clearing/bills.ts';
import { stepMonth } from '../../../rules/clearing/month/step.ts';
import { addPeriods, type Period } from '../../../rules/clearing/period.ts';
import { openTally, type ClearingTable, type Tally } from '../../../rules/clearing/table.ts';
import { deductionLines, linesOf, tallyRows } from '../../domain/clearing/national/month-lines.ts';
import { leftPending, putDeductions } from '../../domain/clearing/national/pending-deductions.ts';
import { rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Reader, Write } from '../../store/port.ts';
import type { DueContext, SlowHandler } from '../due-work.ts';
import { duePrepayments, dueStep, dueYearEnd } from './moments.ts';

/** 清算表 of a month that is collected: added up line by line, then what each province pays each other one. */
export const generateMonth: SlowHandler = function* (reader, { key: period }, context) {
  const tally = openTally(period, rulesOf(context.settings));
  yield* tallyRows(reader, period, tally);
  return (current) => withDeductions(current, period, tally, context);
};

/** Deductions may be entered until the very turn in which the table is written. */
const withDeductions = (reader: Reader, period: Period, tally: Tally, context: DueContext): Write[] => {
  const left = leftPending(reader, period);
  for (const line of [...deductionLines(reader, period), ...linesOf(reader, left)]) tally.add(line);
  const writes = generated(reader, period, tally.table(), context);
  return writes.length === 0 ? [] : [...writes, ...putDeductions(left)];
};

const generated = (reader: Reader, period: Period, table: ClearingTable, context: DueContext): Write[] => {
  const month = reader.clearingRecord('month', period);
  if (month?.stage !== 'collected') return [];
  const before: Balances = reader.clearingRecord('table', addPeriods(period, -1))?.left ?? [];
  const { bills, left } = billsOf(table, before);
  const next = stepMonth(month, { kind: 'generate', bills });
  must(next.ok, 'bills of a table are above zero, each pair once');
  const body = { ...next.value, done: [...month.done, { step: 'generate', at: dateTimeOf(context.now) }] };
  const { settings, now } = context;
  return [
    { kind: 'clearing.put', record: 'month', key: period, body },
    { kind: 'clearing.put', record: 'table', key: period, body: { table, before, left } },
    { kind: 'due.put', due: dueStep('confirm', period, settings, now + 1) },
    ...ofYear(period, context),
    ...(left.length === 0 ? [] : [nextMonth(addPeriods(period, 1), context)]),
  ];
};

/** What a year that was cleared in leads to: its end, and the prepayments of the next one. */
const ofYear = (period: Period, { settings, now }: DueContext): Write[] => {
  const year = period.slice(0, 4);
  const next = String(Number(year) + 1);
  const dues = [duePrepayments(next, settings, now + 1), dueYearEnd(year, settings, now + 1)];
  return dues.map((due) => ({ kind: 'due.put', due }));
};

/** A balance is taken off the next month, whether or not anything else is cleared in it. */
const nextMonth = (period: Period, { settings, now }: DueContext): Write => ({
  kind: 'due.put',
  due: dueStep('collect', period, settings, now + 1),
});
