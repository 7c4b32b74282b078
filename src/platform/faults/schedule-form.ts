import { z } from 'zod';
import { SCHEDULE_FORMS } from '../../kernel/fault/falls.ts';
import type { Schedule } from '../../kernel/fault/fault.ts';
import { moment } from '../wire/moment.ts';
import { text } from './when-form.ts';

/** How often: a whole number. */
export const count = z
  .int({ error: '应为整数' })
  .min(1, { error: '应为 1 到 1000000 的整数' })
  .max(1_000_000, { error: '应为 1 到 1000000 的整数' });

const span = z
  .strictObject({ from: moment, to: moment })
  .refine(({ from, to }) => from < to, { error: '的 to 应晚于 from' });

/** Which of the calls that match, as a person says it. */
export const scheduleForm = z.union(
  [
    z.strictObject({ nth: count }),
    z.strictObject({ every: count }),
    z.strictObject({ first: count }),
    z.strictObject({ rate: z.number().min(0).max(1), seed: text.exactOptional() }),
    span,
    z.strictObject({ ramp: span, seed: text.exactOptional() }),
    z.strictObject({
      script: z
        .array(z.enum(['ok', 'fail']))
        .min(1)
        .max(1_000),
    }),
  ],
  { error: `应为下列之一：${SCHEDULE_FORMS}` },
);

/** The schedule that a form means: always where nothing is said, and chance has a seed. */
export const scheduleOf = (form: z.infer<typeof scheduleForm> | undefined, seed: string): Schedule => {
  if (!form) return { always: true };
  return 'rate' in form || 'ramp' in form ? { ...form, seed: form.seed ?? seed } : form;
};
