import { provinceName } from '../../../kernel/admdvs.ts';
import { dateOf, type Instant } from '../../../kernel/civil-time.ts';
import { sum, ZERO, type Fen } from '../../../kernel/money.ts';
import { overdueBills, overdueOf, type Overdue } from '../../../rules/clearing/month/overdue.ts';
import type { BillState, Stage } from '../../../rules/clearing/month/month.ts';
import { isLate } from '../../../rules/clearing/cooperation.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import { paymentDays, plainYears, scheduleOf, type Schedule } from '../../../rules/clearing/schedule.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import { usageOf, type Usage } from '../../domain/clearing/national/prepayment/usage.ts';
import type {
  ClearedMonth,
  DayStatement,
  KeptRequest,
  PrepaymentRound,
} from '../../domain/clearing/national/records.ts';
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

/** How far a month uses up what was prepaid, by treatment province. */
export const usageIn = ({ reader, settings }: ClearingSource, period: Period): Usage[] =>
  usageOf(reader, period, rulesOf(settings));

/** An adjustment of prepayments as it is listed: its days, and what of it has arrived. */
export const roundShown = (round: PrepaymentRound, { settings, now }: ClearingSource) => {
  const days = paymentDays(round.noticedOn, rulesOf(settings), CALENDAR);
  return {
    ...round,
    due: sum(round.bills.map((bill) => bill.due)),
    received: sum(round.bills.map((bill) => bill.received)),
    overdue: overdueBills(round.bills, days, dateOf(now)),
    days,
  };
};

/**
 * Everything at a glance: months, days that do not agree, rows that are kept out, open requests, faults, adjustments of
 * prepayments that are on their way, years that are closed.
 */
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
    prepayments: all('prepayment').filter(({ stage }) => stage !== 'closed').map((row) => roundShown(row, source)),
    years: all('year'),
  }; // prettier-ignore
};
