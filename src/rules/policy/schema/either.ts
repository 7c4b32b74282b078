import { z } from 'zod';

/**
 * A schema picked by a look at the value. A zod union would answer "none of these" for every slip inside; this one
 * reports what is wrong with the schema that was meant.
 */
export const picked = <T>(pick: (raw: unknown) => z.ZodType<T>): z.ZodType<T> =>
  z.unknown().transform((raw, context): T => {
    const parsed = pick(raw).safeParse(raw);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: raw } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

const NONE = z.literal('none');

/** `none`, or what the schema reads. */
export const noneOr = <T>(schema: z.ZodType<T>): z.ZodType<T | 'none'> =>
  picked<T | 'none'>((raw) => (raw === 'none' ? NONE : schema));
