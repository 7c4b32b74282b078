import { z } from 'zod';
import { momentOf, type Instant } from '../../kernel/civil-time.ts';

/** Civil time of a form, to the minute or the second, a blank or a T between day and time. */
export const moment = z.string().transform((raw, context): Instant => {
  const at = momentOf(raw);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: `“${raw}” 应为时间 yyyy-MM-dd HH:mm` });
  return z.NEVER;
});
