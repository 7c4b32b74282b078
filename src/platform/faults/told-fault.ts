import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import type { Fault, Schedule } from '../../kernel/fault/fault.ts';
import { scheduleInWords } from '../../kernel/fault/falls.ts';
import { spent } from '../../kernel/fault/plan.ts';
import { kindNamed } from './kinds.ts';

/** A fault as it is told: its kind's title, times as civil time, amounts in 分, and whether it can still strike. */
export const toldFault = ({ expiresAt, schedule, ...fault }: Fault, now: Instant) => {
  const over = spent({ ...fault, schedule, ...(expiresAt !== undefined && { expiresAt }) }, now);
  return {
    ...fault,
    title: kindNamed(fault.kind)?.title ?? '',
    schedule: toldSchedule(schedule),
    scheduled: scheduleInWords(schedule),
    ...(expiresAt !== undefined && { expiresAt: dateTimeOf(expiresAt) }),
    state: over === undefined ? ('armed' as const) : ('spent' as const),
    ...(over !== undefined && { why: over }),
  };
};

const toldSchedule = (schedule: Schedule) => {
  if ('from' in schedule) return { from: dateTimeOf(schedule.from), to: dateTimeOf(schedule.to) };
  if (!('ramp' in schedule)) return schedule;
  return { ...schedule, ramp: { from: dateTimeOf(schedule.ramp.from), to: dateTimeOf(schedule.ramp.to) } };
};
