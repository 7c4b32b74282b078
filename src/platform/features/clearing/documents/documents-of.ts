import type { Admdvs } from '../../../../kernel/admdvs.ts';
import { dateOf } from '../../../../kernel/civil-time.ts';
import { scheduleOf } from '../../../../rules/clearing/schedule.ts';
import type { ClearingLine } from '../../../../rules/clearing/line.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import { monthLines } from '../../../domain/clearing/national/month-lines.ts';
import { CALENDAR, rulesOf } from '../../../domain/clearing/national/rules.ts';
import { poolsShown } from '../pools.ts';
import { usageIn, type ClearingSource } from '../status.ts';
import { details } from './details.ts';
import type { ClearingDocument } from './document.ts';
import { nationalTable, payable, provincesTable, receivable, type Generated } from './month-tables.ts';
import { balances, paymentNotice, receiptNotice } from './notices.ts';
import { poolAccountDocument, prepayments } from './prepayments.ts';

/**
 * The documents of a month that is generated: the nation's, or those of one province, its details included. Undefined
 * while there is no table. Yields while it reads the lines, so that messages get through.
 */
export function* documentsOf(
  source: ClearingSource,
  period: Period,
  province?: Admdvs,
): Generator<void, readonly ClearingDocument[] | undefined> {
  const { reader } = source;
  const month = reader.clearingRecord('month', period);
  const generated = reader.clearingRecord('table', period);
  if (!month || !generated) return undefined;
  const from = { month, generated };
  const usages = usageIn(source, period);
  if (province === undefined) return [nationalTable(from), provincesTable(from), prepayments(from, usages)];
  const lines: ClearingLine[] = [];
  for (const page of monthLines(reader, period)) {
    for (const line of page) if (line.payer === province) lines.push(line);
    yield;
  }
  const pools = poolsShown(source, province);
  return [
    ...ofProvince(source, from, province, lines),
    prepayments(from, usages, province),
    ...pools.map((pool) => poolAccountDocument(pool, dateOf(source.now))),
  ];
}

const ofProvince = (
  { settings }: ClearingSource,
  from: Generated,
  province: Admdvs,
  lines: readonly ClearingLine[],
): ClearingDocument[] => {
  const rules = rulesOf(settings);
  const schedule = scheduleOf(from.month.period, rules, CALENDAR);
  const isNoticed = from.month.stage === 'noticed' || from.month.stage === 'closed';
  return [
    payable(from, province),
    receivable(from, province),
    details(from, province, 'employee', lines, rules),
    details(from, province, 'resident', lines, rules),
    ...(isNoticed ? [paymentNotice(from, province, schedule), receiptNotice(from, province, schedule)] : []),
    balances(from, province),
  ];
};
