import { z } from 'zod';
import { dateTimeOf, instantOf, isCivilDateTime, type Instant } from '../../kernel/civil-time.ts';
import { parseScaled } from '../../kernel/decimal.ts';
import { SCOPES, type Fault, type Schedule, type When } from '../../kernel/fault/fault.ts';
import { asFen } from '../../kernel/money.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readForm, type FormProblem } from '../wire/read-form.ts';
import type { FaultKind } from './kind.ts';
import { FAULT_KINDS, kindNamed } from './kinds.ts';
import { VISIT_STATES } from './visit-state.ts';

/** A fault as a person orders it, its numbers and counters not yet given. */
export type Ordered = Omit<Fault, 'id' | 'seen' | 'fired'> & { readonly id?: string };

/** What the form is read with. */
export type Around = {
  readonly now: Instant;
  /** Of chance, where none is named. */
  readonly seed: string;
  /** The number of a persona: `P007`. */
  readonly personNumber: (persona: string) => string | undefined;
};

const text = z.string().trim().min(1).max(200);
const count = z.int().min(1).max(1_000_000);
const chance = z.number().min(0).max(1);

/** Civil time of the workspace, to the minute or the second. */
const moment = z.string().transform((raw, context): Instant => {
  const given = raw.trim().replace('T', ' ');
  const whole = given.length === 16 ? `${given}:00` : given;
  if (isCivilDateTime(whole)) return instantOf(whole);
  context.addIssue({ code: 'custom', message: `“${raw}” 应为时间 yyyy-MM-dd HH:mm` });
  return z.NEVER;
});

const money = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .transform((yuan) => asFen(parseScaled(yuan, 2) ?? 0));

const texts = z.union([text.transform((one) => [one]), z.array(text).min(1).max(50)]);

const whenForm = z.strictObject({
  door: z.enum(['hospital', 'national', 'insured']).exactOptional(),
  infno: texts.exactOptional(),
  fixmedins_code: text.exactOptional(),
  psn_no: text.exactOptional(),
  persona: text.exactOptional(),
  psn_name: text.exactOptional(),
  mdtrtarea: text.exactOptional(),
  insuplc: text.exactOptional(),
  amount: z
    .strictObject({
      gte: money.exactOptional(),
      lte: money.exactOptional(),
      ending: z
        .string()
        .regex(/^\d{1,6}$/)
        .exactOptional(),
    })
    .exactOptional(),
  field: z.strictObject({ path: text, equals: text }).exactOptional(),
  state: z.enum(VISIT_STATES).exactOptional(),
});

const scheduleForm = z.union([
  z.strictObject({ nth: count }),
  z.strictObject({ every: count }),
  z.strictObject({ first: count }),
  z.strictObject({ rate: chance, seed: text.exactOptional() }),
  z.strictObject({ from: moment, to: moment }),
  z.strictObject({ ramp: z.strictObject({ from: moment, to: moment }), seed: text.exactOptional() }),
  z.strictObject({
    script: z
      .array(z.enum(['ok', 'fail']))
      .min(1)
      .max(1_000),
  }),
]);

/** `30s`, `15m`, `2h`, `1d` of the virtual clock. */
const lasting = z
  .string()
  .regex(/^\d{1,5}[smhd]$/)
  .transform(
    (raw) => Number(raw.slice(0, -1)) * { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[raw.slice(-1) as 's'],
  );

const faultForm = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/i)
    .exactOptional(),
  kind: z.enum(FAULT_KINDS.map(({ kind }) => kind) as [string, ...string[]]),
  when: whenForm.exactOptional(),
  schedule: scheduleForm.exactOptional(),
  scope: z.enum(SCOPES as unknown as ['before-commit']).exactOptional(),
  with: z.record(z.string(), z.unknown()).exactOptional(),
  count: count.exactOptional(),
  ttl: lasting.exactOptional(),
  priority: z.int().min(-1_000).max(1_000).default(0),
  stack: z.boolean().default(false),
  note: text.exactOptional(),
});

type Form = z.infer<typeof faultForm>;

/** Reads a fault from the control API's JSON, a scenario's step or a header; all that is wrong is said at once. */
export const readFault = (raw: unknown, around: Around): Result<Ordered, readonly FormProblem[]> => {
  const form = readForm(faultForm, raw);
  if (!form.ok) return form;
  const kind = kindNamed(form.value.kind);
  if (!kind) return fail([{ field: 'kind', message: `没有故障 ${form.value.kind}` }]);
  const params = readForm(kind.params, form.value.with ?? {});
  const problems = [
    ...(params.ok ? [] : params.error.map(({ field, message }) => ({ field: `with.${field}`, message }))),
    ...scopeProblem(kind, form.value),
    ...personaProblem(form.value, around),
  ];
  if (!params.ok || problems.length > 0) return fail(problems);
  return ok(ordered(kind, form.value, params.value as Record<string, unknown>, around));
};

const scopeProblem = ({ scopes, title }: FaultKind, { scope }: Form): FormProblem[] =>
  scope === undefined || scopes.includes(scope)
    ? []
    : [{ field: 'scope', message: `scope “${scope}” 不适用于“${title}”，应为 ${scopes.join('、')} 之一` }];

const personaProblem = ({ when }: Form, { personNumber }: Around): FormProblem[] =>
  when?.persona === undefined || personNumber(when.persona) !== undefined
    ? []
    : [{ field: 'when.persona', message: `没有人物 ${when.persona}（kuasheng personas）` }];

const ordered = (kind: FaultKind, form: Form, params: Record<string, unknown>, around: Around): Ordered => ({
  kind: kind.kind,
  when: { ...kind.when, ...whenOf(form.when, around) },
  schedule: scheduleOf(form.schedule, around),
  scope: form.scope ?? kind.scopes[0],
  with: params,
  priority: form.priority,
  stack: form.stack,
  ...(form.id !== undefined && { id: form.id }),
  ...(form.count !== undefined && { count: form.count }),
  ...(form.ttl !== undefined && { expiresAt: around.now + form.ttl }),
  ...(form.note !== undefined && { note: form.note }),
});

const whenOf = (form: Form['when'], { personNumber }: Around): When => {
  const { persona, amount, ...rest } = form ?? {};
  const psn_no = persona === undefined ? rest.psn_no : personNumber(persona);
  return { ...rest, ...(amount && { amount }), ...(psn_no !== undefined && { psn_no }) };
};

const scheduleOf = (form: Form['schedule'], { seed }: Around): Schedule => {
  if (!form) return { always: true };
  return 'rate' in form || 'ramp' in form ? { ...form, seed: form.seed ?? seed } : form;
};

/** A fault as it is told: times as civil time, amounts in 分. */
export const toldFault = ({ expiresAt, schedule, ...fault }: Fault) => ({
  ...fault,
  schedule: toldSchedule(schedule),
  ...(expiresAt !== undefined && { expiresAt: dateTimeOf(expiresAt) }),
});

const toldSchedule = (schedule: Schedule) => {
  if ('from' in schedule) return { from: dateTimeOf(schedule.from), to: dateTimeOf(schedule.to) };
  if (!('ramp' in schedule)) return schedule;
  return { ...schedule, ramp: { from: dateTimeOf(schedule.ramp.from), to: dateTimeOf(schedule.ramp.to) } };
};
