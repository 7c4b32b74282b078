import { z } from 'zod';
import { instantOf, isCivilDate, momentOf, type Instant } from '../../kernel/civil-time.ts';
import { SCHEDULE_FORMS } from '../../kernel/fault/falls.ts';
import type { Schedule } from '../../kernel/fault/fault.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** How often: a whole number. */
export const whole = z
  .int({ error: '应为整数' })
  .min(1, { error: '应为 1 到 1000000 的整数' })
  .max(1_000_000, { error: '应为 1 到 1000000 的整数' });

const time = z.string().max(19);
const seed = z.string().max(60).exactOptional();

/** Which of the commands that a fault is for it strikes, as a person says it; told again as it was said. */
export const scheduleForm = z.union(
  [
    z.strictObject({ nth: whole }),
    z.strictObject({ every: whole }),
    z.strictObject({ first: whole }),
    z.strictObject({ rate: z.number().min(0).max(1), seed }),
    z.strictObject({ from: time, to: time.exactOptional() }),
    z.strictObject({ ramp: z.strictObject({ from: time, to: time }), seed }),
    z.strictObject({
      script: z
        .array(z.enum(['ok', 'fail']))
        .min(1)
        .max(1_000),
    }),
  ],
  { error: `应为下列之一：${SCHEDULE_FORMS}` },
);

export type ScheduleForm = z.infer<typeof scheduleForm>;

/** The form with the seed that its draws are made of: the workspace's, where none is named. */
export const seeded = (form: ScheduleForm, ownSeed: string): ScheduleForm =>
  'rate' in form || 'ramp' in form ? { ...form, seed: form.seed || ownSeed } : form;

/** The schedule that a form means, always where nothing is said; or what is wrong with its times. */
export const scheduleOf = (form: ScheduleForm | undefined): Result<Schedule, string> => {
  if (!form) return ok({ always: true });
  if ('from' in form) return spanOf(form);
  if ('rate' in form) return ok({ rate: form.rate, seed: form.seed ?? '' });
  if (!('ramp' in form)) return ok(form);
  const span = spanOf(form.ramp);
  return span.ok ? ok({ ramp: span.value, seed: form.seed ?? '' }) : span;
};

type Span = { readonly from: Instant; readonly to: Instant };

/** Without an end it is never over. */
const spanOf = (typed: { readonly from: string; readonly to?: string }): Result<Span, string> => {
  const from = pointOf(typed.from);
  const to = typed.to === undefined ? Infinity : pointOf(typed.to);
  if (from === undefined || to === undefined) return fail('schedule 的 from、to 应为 2026-09-01 10:00 这样的时间');
  return from < to ? ok({ from, to }) : fail('schedule 的 to 应晚于 from');
};

/** A day alone is its midnight. */
const pointOf = (typed: string): Instant | undefined => (isCivilDate(typed) ? instantOf(typed) : momentOf(typed));
