import { z } from 'zod';

const MINUTES = { min: 1, h: 60, d: 1_440 } as const;

/** Longer than any window (sandbox). */
const MOST = 31 * MINUTES.d;

/** A stretch of time as a person says it: `30min`, `2h`, `1d`; in minutes. */
export const minutesMeant = z.string().transform((raw, context): number => {
  const [, count, unit] = /^(\d{1,5})(min|h|d)$/.exec(raw.trim()) ?? [];
  const minutes = Number(count) * MINUTES[unit as keyof typeof MINUTES];
  if (minutes <= MOST) return minutes;
  context.addIssue({ code: 'custom', message: `“${raw}” 应为 30min、2h、1d 这样的时长，最多 31d` });
  return z.NEVER;
});
