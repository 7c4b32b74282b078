import { z } from 'zod';
import { isAdmdvs, isPlace, provinceOf } from '../../../kernel/admdvs.ts';
import { addDays, dateOf, dateTimeOf, instantOf, isCivilDateTime, type Instant } from '../../../kernel/civil-time.ts';
import { words } from '../../../rules/policy/schema/texts.ts';
import type { Maintenance } from '../../domain/maintenance.ts';

/** Longer is no maintenance but a place that is closed (sandbox). */
const MOST_DAYS = 31;

const isNode = (raw: string): boolean =>
  raw === 'national' || isPlace(raw) || (isAdmdvs(raw) && provinceOf(raw) === raw);

const node = z.string().refine(isNode, {
  error: ({ input }) => `“${String(input)}” 应为 national（国家平台）、统筹区区划如 440300，或省级区划如 440000`,
});

/** Civil time to the minute or the second, a blank or a T between day and time. */
const moment = z.string().transform((raw, context): Instant => {
  const text = raw.trim().replace('T', ' ');
  const whole = text.length === 16 ? `${text}:00` : text;
  if (isCivilDateTime(whole)) return instantOf(whole);
  context.addIssue({ code: 'custom', message: `“${raw}” 应为时间 yyyy-MM-dd HH:mm` });
  return z.NEVER;
});

/** What is announced; without a begin it begins at once, by the workspace's clock. */
export const maintenanceForm = (now: Instant) =>
  z
    .strictObject({
      node,
      from: moment.exactOptional(),
      to: moment,
      text: words.pipe(z.string().max(200)),
    })
    .transform(({ from = now, to, ...form }, context): Omit<Maintenance, 'id'> => {
      if (to <= from) fault(context, `“${dateTimeOf(to)}” 应晚于开始时间 ${dateTimeOf(from)}`);
      if (to > latestEnd(from)) fault(context, `“${dateTimeOf(to)}” 超过开始后 ${MOST_DAYS} 天`);
      return { ...form, begin: from, end: to };
    });

const fault = (context: z.RefinementCtx, message: string) =>
  context.addIssue({ code: 'custom', path: ['to'], message });

const latestEnd = (from: Instant): Instant => instantOf(addDays(dateOf(from), MOST_DAYS) + dateTimeOf(from).slice(10));
