import { z } from 'zod';
import { instantOf, isCivilDateTime, type Instant } from '../../kernel/civil-time.ts';

/** Civil time of a form, to the minute or the second, a blank or a T between day and time. */
export const moment = z.string().transform((raw, context): Instant => {
  const text = raw.trim().replace('T', ' ');
  const whole = text.length === 16 ? `${text}:00` : text;
  if (isCivilDateTime(whole)) return instantOf(whole);
  context.addIssue({ code: 'custom', message: `“${raw}” 应为时间 yyyy-MM-dd HH:mm` });
  return z.NEVER;
});
