import type { Instant } from '../../kernel/civil-time.ts';
import type { Planned, Schedule } from '../../kernel/fault/fault.ts';
import { lastingOf } from '../../kernel/fault/lasting.ts';
import { byChance, counted, judgeEach, type Judgement } from '../../kernel/fault/plan.ts';
import { COURSES } from '../device/courses.ts';
import type { CommandName } from '../protocol/messages.ts';
import { FAULT_KINDS, type Fault, type StrikesOn } from './fault.ts';

/** A fault of devices as a desk keeps it: planned as faults of messages are, beside what was ordered. */
export type Kept = Planned & {
  readonly order: Fault;
  /** Draws so far by device and command: the same command at the same reader is a repetition. */
  readonly attempts: Readonly<Record<string, number>>;
};

/** A command that a fault may strike. */
export type Call = { readonly device: string; readonly command: CommandName };

/** What becomes of a plan with one command, and which fault strikes it. */
export type Struck = { readonly plan: readonly Kept[]; readonly hit?: Fault };

/** A fault that has seen nothing yet. */
export const keptOf = (order: Fault, schedule: Schedule, now: Instant): Kept => ({
  id: order.id,
  schedule,
  ...(order.count !== undefined && { count: order.count }),
  ...(order.ttl !== undefined && { expiresAt: now + lastingOf(order.ttl) }),
  priority: order.priority,
  stack: false,
  seen: 0,
  fired: 0,
  order,
  attempts: {},
});

/**
 * Pure: counts the command at every fault that it concerns, and lets the first one strike whose schedule says so (by
 * priority, then in the order in which they were ordered).
 */
export const strike = (plan: readonly Kept[], call: Call, now: Instant): Struck => {
  const key = `${call.device} ${call.command}`;
  const judged = judgeEach(plan, {
    key,
    now,
    missed: ({ order }) => (concerns(order, call) ? undefined : '不是它的设备或指令'),
    attempts: ({ attempts }) => attempts[key] ?? 0,
  });
  const seen = new Map(judged.filter(({ met }) => met).map((one) => [one.fault, countedAt(key, one)]));
  const hit = judged.find((one) => one.strike)?.fault.order;
  return { plan: plan.map((fault) => seen.get(fault) ?? fault), ...(hit && { hit }) };
};

const countedAt = (key: string, judgement: Judgement<Kept>): Kept => {
  const { attempts, ...fault } = counted(judgement);
  const drawn = byChance(fault.schedule) ? { ...attempts, [key]: (attempts[key] ?? 0) + 1 } : attempts;
  return { ...fault, attempts: drawn };
};

const concerns = ({ kind, when }: Fault, { device, command }: Call): boolean => {
  const commands = when.command === undefined ? undefined : [when.command].flat();
  return (
    (when.device === undefined || when.device === device) &&
    (commands?.includes(command) ?? isKindOf(FAULT_KINDS[kind].on, command))
  );
};

/** Asking for the state, opening and closing are no work: only a fault that names them strikes them. */
const isKindOf = (on: StrikesOn, command: CommandName): boolean => {
  const course = COURSES[command];
  if (on === 'card') return course?.needs === 'card' || command === 'read-any';
  return on === 'pin' ? course?.pinPad === true : course !== undefined || command === 'show';
};
