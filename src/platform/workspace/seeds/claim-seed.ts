import { z } from 'zod';
import { parseScaled } from '../../../kernel/decimal.ts';
import { diseaseText, words } from '../../../rules/policy/schema/texts.ts';
import { itemCode, slug } from './fields.ts';

/** A number above nothing, kept as it is written: messages carry it so. */
const number = (scale: number, what: string) =>
  z.string().refine((raw) => (parseScaled(raw, scale) ?? 0) > 0, {
    error: ({ input }) => `“${String(input)}” 应为大于 0、最多${scale}位小数的${what}`,
  });

const line = z.strictObject({ med_list_codg: itemCode, cnt: number(4, '数量'), pric: number(6, '单价（元）') });

const claim = z.strictObject({
  dise_codg: diseaseText,
  dise_name: words,
  /** The persona of the seeds who has this disease. */
  persona: slug,
  diagnosis: z.strictObject({ diag_code: words, diag_name: words }),
  dept: z.strictObject({ dept_code: words, dept_name: words }),
  lines: z.array(line).min(1),
});

/** `seeds/claims.yaml`: one bill for each disease. Bills are invented: nothing in it is a fact. */
export const claimFile = z.strictObject({
  status: z.literal('sandbox'),
  source: words,
  claims: z.array(claim).min(1),
});

export type ClaimSeed = z.output<typeof claim>;
