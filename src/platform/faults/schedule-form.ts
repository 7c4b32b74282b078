import { z } from 'zod';
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

const FORMS = [
  '{ "nth": 3 } 第 3 次',
  '{ "every": 10 } 每 10 次一次',
  '{ "first": 2 } 前 2 次',
  '{ "rate": 0.05, "seed": "a" } 按 0 到 1 的概率',
  '{ "from": "2026-09-01 10:00", "to": "2026-09-01 12:00" } 这段时间（to 晚于 from）',
  '{ "ramp": { "from": …, "to": … } } 逐渐增多',
  '{ "script": ["ok", "fail"] } 按次序',
];

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
  { error: `应为下列之一：${FORMS.join('；')}` },
);

/** The schedule that a form means: always where nothing is said, and chance has a seed. */
export const scheduleOf = (form: z.infer<typeof scheduleForm> | undefined, seed: string): Schedule => {
  if (!form) return { always: true };
  return 'rate' in form || 'ramp' in form ? { ...form, seed: form.seed ?? seed } : form;
};
