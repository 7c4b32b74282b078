import { instantOf, isCivilDate, isCivilDateTime, type Instant } from '../../kernel/civil-time.ts';
import { draw } from '../chance.ts';
import { COURSES } from '../device/courses.ts';
import type { CommandName } from '../protocol/messages.ts';
import { FAULT_KINDS, type Fault, type Schedule, type StrikesOn } from './fault.ts';

/** A fault with how often it was in question and how often it struck. */
export type Planned = {
  readonly fault: Fault;
  readonly since: Instant;
  readonly seen: number;
  readonly fired: number;
};

/** A command that a fault may strike. */
export type Call = { readonly device: string; readonly command: CommandName };

/** What becomes of a plan with one command, and which fault strikes it. */
export type Struck = { readonly plan: readonly Planned[]; readonly hit?: Fault };

/**
 * Pure: counts the command at every fault that it concerns, and lets the first one strike whose schedule says so (by
 * priority, then in the order in which they were ordered).
 */
export const strike = (plan: readonly Planned[], call: Call, now: Instant): Struck => {
  const counted = plan.map((each) => (concerns(each, call, now) ? { ...each, seen: each.seen + 1 } : each));
  const hit = counted
    .filter((each, at) => each !== plan[at] && isDue(each, call, now))
    .reduce<Planned | undefined>(
      (best, each) => (best === undefined || each.fault.priority > best.fault.priority ? each : best),
      undefined,
    );
  if (!hit) return { plan: counted };
  return { plan: counted.map((each) => (each === hit ? { ...each, fired: each.fired + 1 } : each)), hit: hit.fault };
};

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `15m` in ms. */
export const lifeOf = (ttl: string): number => Number(ttl.slice(0, -1)) * (UNITS[ttl.slice(-1)] ?? 0);

/** True while a fault can still strike. */
export const isAlive = ({ fault, fired, since }: Planned, now: Instant): boolean =>
  (fault.count === undefined || fired < fault.count) && (fault.ttl === undefined || now < since + lifeOf(fault.ttl));

const concerns = (planned: Planned, { device, command }: Call, now: Instant): boolean => {
  const { when } = planned.fault;
  const commands = when.command === undefined ? undefined : [when.command].flat();
  return (
    isAlive(planned, now) &&
    (when.device === undefined || when.device === device) &&
    (commands?.includes(command) ?? isKindOf(FAULT_KINDS[planned.fault.kind].on, command))
  );
};

/** Asking for the state, opening and closing are no work: only a fault that names them strikes them. */
const isKindOf = (on: StrikesOn, command: CommandName): boolean => {
  const course = COURSES[command];
  if (on === 'card') return course?.needs === 'card' || command === 'read-any';
  return on === 'pin' ? course?.pinPad === true : course !== undefined || command === 'show';
};

const isDue = ({ fault, seen }: Planned, { device, command }: Call, now: Instant): boolean => {
  const { schedule, id } = fault;
  if (schedule === undefined) return true;
  if ('rate' in schedule) return draw(schedule.seed || id, id, device, command, String(seen)) < schedule.rate;
  return 'from' in schedule ? isWithin(schedule, now) : isCounted(schedule, seen);
};

type Counted = Exclude<Schedule, { rate: number } | { from: string }>;

const isCounted = (schedule: Counted, seen: number): boolean => {
  if ('nth' in schedule) return seen === schedule.nth;
  if ('every' in schedule) return seen % schedule.every === 0;
  return 'first' in schedule ? seen <= schedule.first : schedule.script[seen - 1] === 'fail';
};

/** `2026-09-01 10:00` or with seconds, or a day; undefined for anything else. */
export const momentOf = (text: string): Instant | undefined => {
  const whole = text.length === 16 ? `${text}:00` : text;
  return isCivilDate(whole) || isCivilDateTime(whole) ? instantOf(whole) : undefined;
};

const isWithin = ({ from, to }: { readonly from: string; readonly to?: string | undefined }, now: Instant): boolean =>
  now >= (momentOf(from) ?? Infinity) && (to === undefined || now < (momentOf(to) ?? -Infinity));
