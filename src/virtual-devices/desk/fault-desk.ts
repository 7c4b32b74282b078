import type { z } from 'zod';
import { dateTimeOf } from '../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { spent } from '../../kernel/fault/plan.ts';
import { FAULT_KINDS, type Fault, type FaultForm } from '../faults/fault.ts';
import { keptOf, strike, type Kept } from '../faults/plan.ts';
import { scheduleOf, seeded } from '../faults/schedule-form.ts';
import type { Strike } from '../faults/strike.ts';
import type { CommandInput } from '../device/input.ts';
import type { CardCondition } from '../media/conditions.ts';
import { socialCardOf } from '../media/social-card.ts';
import type { Floor } from './floor.ts';

/** A fault that struck. */
export type Firing = {
  readonly fault: string;
  readonly kind: Fault['kind'];
  readonly at: string;
  readonly device: string;
  readonly command: string;
  /** Number of the event that told it: what followed stands behind it. */
  readonly event: number;
  readonly note?: string;
};

/** What strikes a command: something at the device, or something around it. */
export type Blow =
  Strike | { readonly kind: 'service-restarted' } | { readonly kind: 'readers-swapped'; readonly other: string };

/** The faults of a desk. */
export type FaultDesk = {
  readonly all: () => readonly (Fault & { readonly seen: number; readonly fired: number; readonly spent: boolean })[];
  readonly firings: () => readonly Firing[];
  /** Orders one; the error says in plain Chinese what is wrong with it. */
  readonly add: (form: FaultForm) => Result<Fault, string>;
  readonly remove: (id: string) => boolean;
  readonly clear: () => number;
  /** Counts a command, and says what strikes it. */
  readonly strikes: (device: string, command: CommandInput['command']) => Blow | undefined;
};

/** So many firings are remembered, and so many faults may be ordered. */
const MOST_FIRINGS = 1_000;
const MOST_FAULTS = 100;

export const openFaultDesk = (floor: Floor): FaultDesk => {
  let plan: readonly Kept[] = [];
  let firings: Firing[] = [];
  let ordered = 0;
  const now = () => floor.ports.now();
  return {
    all: () =>
      plan.map((kept) => ({
        ...kept.order,
        seen: kept.seen,
        fired: kept.fired,
        spent: spent(kept, now()) !== undefined,
      })),
    firings: () => firings,
    add: (form) => {
      const problem =
        problemOf(floor, form) ?? (plan.length >= MOST_FAULTS ? `最多 ${MOST_FAULTS} 个故障，请先撤销` : undefined);
      if (problem !== undefined) return fail(problem);
      const told = form.schedule && seeded(form.schedule, floor.ports.seed());
      const schedule = scheduleOf(told);
      if (!schedule.ok) return schedule;
      ordered += 1;
      const fault: Fault = { ...form, ...(told && { schedule: told }), id: `device-fault-${ordered}` };
      plan = [...plan, keptOf(fault, schedule.value, now())];
      return ok(fault);
    },
    remove: (id) => {
      const before = plan.length;
      plan = plan.filter((kept) => kept.id !== id);
      return plan.length < before;
    },
    clear: () => {
      const { length } = plan;
      plan = [];
      return length;
    },
    strikes: (device, command) => {
      if (plan.length === 0) return undefined;
      const struck = strike(plan, { device, command }, now());
      plan = struck.plan;
      if (!struck.hit) return undefined;
      const { id, kind, note } = struck.hit;
      floor.tell(device, 'fault', { fault: id, kind, command });
      const told = { at: dateTimeOf(now()), device, command, event: floor.log.last() };
      firings = [...firings, { fault: id, kind, ...told, ...(note !== undefined && { note }) }].slice(-MOST_FIRINGS);
      return blowOf(floor, struck.hit);
    },
  };
};

const problemOf = (floor: Floor, { kind, with: given, when }: FaultForm): string | undefined => {
  const read = FAULT_KINDS[kind].with.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${placeOf(issue)} 不对，故障 ${kind} 的参数见 GET /_sandbox/devices/faults/kinds`;
  }
  if (when.device !== undefined && !floor.devices.has(when.device)) return `没有设备 ${when.device}`;
  return withProblem(floor, { kind, with: read.data });
};

/** The parameter that is wrong, or that there is none of. */
const placeOf = (issue: z.core.$ZodIssue | undefined): string =>
  ['with', ...(issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? []))].join('.');

const withProblem = (
  floor: Floor,
  { kind, with: given }: { kind: Fault['kind']; with: object },
): string | undefined => {
  if (kind === 'readers-swapped') {
    const { other } = given as { other: string };
    return floor.devices.has(other) ? undefined : `没有设备 ${other}`;
  }
  if (kind !== 'card-swapped') return undefined;
  const { card } = given as { card: string };
  const holder = floor.ports.holder(card);
  if (!holder) return `没有人员 ${card}`;
  return holder.card ? undefined : `${holder.name} 没有社会保障卡`;
};

/** The fault with its parameters read. It was checked when it was ordered; a person may have gone since. */
const blowOf = (floor: Floor, { kind, with: given }: Fault): Blow | undefined => {
  const parameters = FAULT_KINDS[kind].with.parse(given);
  if (kind !== 'card-swapped') return { kind, ...parameters } as Blow;
  const { card, condition } = parameters as { card: string; condition: CardCondition };
  const holder = floor.ports.holder(card);
  const other = holder && socialCardOf(holder, condition);
  return other && { kind, card: floor.wallet.remembered(other) };
};
