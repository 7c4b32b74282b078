import { z } from 'zod';
import type { Instant } from '../../kernel/civil-time.ts';
import { closest } from '../../kernel/edit-distance.ts';
import { SCOPES, type Fault } from '../../kernel/fault/fault.ts';
import { LASTING, lastingOf } from '../../kernel/fault/lasting.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readForm, type FormProblem } from '../wire/read-form.ts';
import type { FaultKind } from './kind.ts';
import { FAULT_KINDS, kindNamed } from './kinds.ts';
import { count, scheduleForm, scheduleOf } from './schedule-form.ts';
import { text, whenForm, whenOf } from './when-form.ts';

/** A fault as a person orders it, its numbers and counters not yet given. */
export type Ordered = Omit<Fault, 'id' | 'seen' | 'fired'> & { readonly id?: string };

/** What the form is read with. */
export type Around = {
  readonly now: Instant;
  /** Of chance, where none is named. */
  readonly seed: string;
  /** The number of a persona. */
  readonly personNumber: (persona: string) => string | undefined;
};

/** `30s`, `15m`, `2h`, `1d` of the virtual clock. */
const lasting = z
  .string({ error: '应为文字，如 "15m"' })
  .regex(LASTING, { error: '应为 30s、15m、2h 或 1d（虚拟时间）' })
  .transform(lastingOf);

const kindName = z.string().refine((name) => kindNamed(name) !== undefined, {
  error: ({ input }) => unknownKind(String(input)),
});

const unknownKind = (name: string): string => {
  const near = closest(
    name,
    FAULT_KINDS.map(({ kind }) => kind),
  );
  return `“${name}” 不是故障种类${near.length > 0 ? `，接近的有 ${near.join('、')}` : ''}；全部种类：kuasheng fault kinds`;
};

const faultForm = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/i, { error: '应为字母、数字和连字符，最多 40 个' })
    .exactOptional(),
  kind: kindName,
  when: whenForm.exactOptional(),
  schedule: scheduleForm.exactOptional(),
  scope: z.enum(SCOPES as unknown as ['before-commit']).exactOptional(),
  with: z.record(z.string(), z.unknown()).exactOptional(),
  count: count.exactOptional(),
  ttl: lasting.exactOptional(),
  priority: z
    .int({ error: '应为整数' })
    .min(-1_000, { error: '应为 -1000 到 1000' })
    .max(1_000, { error: '应为 -1000 到 1000' })
    .default(0),
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
    ...(params.ok
      ? []
      : params.error.map(({ field, message }) => ({ field: field === '' ? 'with' : `with.${field}`, message }))),
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
  when: { ...kind.when, ...whenOf(form.when, around.personNumber) },
  schedule: scheduleOf(form.schedule, around.seed),
  scope: form.scope ?? kind.scopes[0],
  with: params,
  priority: form.priority,
  stack: form.stack,
  ...(form.id !== undefined && { id: form.id }),
  ...(form.count !== undefined && { count: form.count }),
  ...(form.ttl !== undefined && { expiresAt: around.now + form.ttl }),
  ...(form.note !== undefined && { note: form.note }),
});
