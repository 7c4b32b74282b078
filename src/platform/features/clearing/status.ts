import { provinceName, type Admdvs } from '../../../kernel/admdvs.ts';
import { dateOf, type Instant } from '../../../kernel/civil-time.ts';
import { sum, ZERO, type Fen } from '../../../kernel/money.ts';
import { overdueOf, type Overdue } from '../../../rules/clearing/month/overdue.ts';
import type { BillState, Stage } from '../../../rules/clearing/month/month.ts';
import { isLate } from '../../../rules/clearing/cooperation.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import { usageLevel, type UsageLevel } from '../../../rules/clearing/prepayment.ts';
import { plainYears, scheduleOf, type Schedule } from '../../../rules/clearing/schedule.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { ClearedMonth, DayStatement, KeptRequest } from '../../domain/clearing/national/records.ts';
import { CALENDAR, rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Reader } from '../../store/port.ts';
import { inquiryShown } from './inquiry-shown.ts';

/** What clearing is told from: a book and the time. */
export type ClearingSource = { readonly reader: Reader; readonly now: Instant; readonly settings: Settings };

/** A month as it is listed. */
export type MonthShown = {
  readonly period: Period;
  readonly stage: Stage;
  readonly lines: number;
  /** The net of the table: where refunds outweigh settlements between two provinces, that goes on to the next month. */
  readonly due: Fen;
  /** What the bills demand. */
  readonly billed: Fen;
  readonly paid: Fen;
  readonly received: Fen;
  /** Bills by state. */
  readonly bills: { readonly [State in BillState]?: number };
  readonly overdue: readonly Overdue[];
  readonly schedule: Schedule;
  /** Years of the schedule whose holidays nobody has published yet: its working days are those of the week. */
  readonly plainYears: readonly string[];
  readonly done: ClearedMonth['done'];
};

const NOTHING = { lines: 0, due: ZERO };

/** How far a month is, and what of it is late today. */
export const monthShown = ({ reader, now, settings }: ClearingSource, month: ClearedMonth): MonthShown => {
  const { period, stage, bills, done } = month;
  const schedule = scheduleOf(period, rulesOf(settings), CALENDAR);
  const { lines, due } = reader.clearingRecord('table', period)?.table.total ?? NOTHING;
  const states: { [State in BillState]?: number } = {};
  for (const { state } of bills) states[state] = (states[state] ?? 0) + 1;
  return {
    period, stage, lines, due,
    billed: sum(bills.map((bill) => bill.due)),
    paid: sum(bills.map((bill) => bill.paid)),
    received: sum(bills.map((bill) => bill.received)),
    bills: states,
    overdue: overdueOf(month, schedule, dateOf(now)),
    schedule,
    plainYears: plainYears(schedule, CALENDAR),
    done,
  }; // prettier-ignore
};

/** A request with its names, and whether its answer is late. */
export const requestShown = (request: KeptRequest, { reader, now }: Pick<ClearingSource, 'reader' | 'now'>) => ({
  ...request,
  from_name: provinceName(request.from),
  to_name: provinceName(request.to),
  late: isLate(request, dateOf(now)),
  ...inquiryShown(reader, request),
});

/** How far the clearing of a month uses up what was prepaid to a treatment province. */
export type Usage = {
  readonly province: Admdvs;
  readonly prepaid: Fen;
  readonly clearing: Fen;
  /** In 1/10,000, rounded down; null where nothing was prepaid. */
  readonly rate: number | null;
  readonly level: UsageLevel | null;
};

/** 预付金使用 of every treatment province in a month; it may use the prepayments of all payers together. */
export const usageOf = ({ reader, settings }: ClearingSource, period: Period): Usage[] => {
  const year = period.slice(0, 4);
  const quotas = reader.clearingRecords('quota', `${year} `, `${year} ~`);
  return (reader.clearingRecord('table', period)?.table.provinces ?? [])
    .filter((row) => row.receivable !== 0)
    .map(({ province, receivable: clearing }) => {
      const prepaid = sum(quotas.filter((quota) => quota.payee === province).map((quota) => quota.amount));
      if (prepaid <= 0) return { province, prepaid, clearing, rate: null, level: null };
      const rate = Number((BigInt(clearing) * 10_000n) / BigInt(prepaid));
      return { province, prepaid, clearing, rate, level: usageLevel(clearing, prepaid, rulesOf(settings)) };
    });
};

/** Everything at a glance: months, days that do not agree, rows that are kept out, open requests, faults. */
export const clearingStatus = (source: ClearingSource) => {
  const { reader } = source;
  const all = <Kind extends Parameters<Reader['clearingRecords']>[0]>(kind: Kind) =>
    reader.clearingRecords<Kind>(kind, ...ALL_KEYS);
  return {
    months: all('month').map((month) => monthShown(source, month)),
    days: all('day').filter((day: DayStatement) => day.differing.length > 0),
    withheld: all('withheld').filter((row) => row.releasedInto === undefined),
    requests: all('request').filter((row) => row.state !== 'closed').map((row) => requestShown(row, source)),
    faults: all('fault'),
  }; // prettier-ignore
};
