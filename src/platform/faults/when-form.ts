import { z } from 'zod';
import { parseScaled } from '../../kernel/decimal.ts';
import type { When } from '../../kernel/fault/fault.ts';
import { asFen, type Fen } from '../../kernel/money.ts';
import { VISIT_STATES } from './visit-state.ts';

/** A short text of a form. */
export const text = z.string().trim().min(1).max(200);

const money = z.string({ error: '应为文字，如 "1000.00"（元）' }).transform((yuan, context): Fen => {
  const fen = /^\d{1,12}(\.\d{1,2})?$/.test(yuan) ? parseScaled(yuan, 2) : undefined;
  if (fen !== undefined) return asFen(fen);
  context.addIssue({ code: 'custom', message: `“${yuan}” 应为金额（元），如 1000.00` });
  return z.NEVER;
});

const ending = z.string({ error: '应为文字，如 "81"' }).regex(/^\d{1,6}$/, { error: '应为总额的末几位，如 81' });

/** Most transactions that one fault names. */
const MOST = 50;

const texts = z.union([text.transform((one) => [one]), z.array(text).min(1).max(MOST)], {
  error: `应为交易编号，如 "2207" 或 ["2207", "2208"]，最多 ${MOST} 个`,
});

/** Whom a fault is for, as a person says it. */
export const whenForm = z.strictObject({
  door: z.enum(['hospital', 'national', 'insured', 'credential']).exactOptional(),
  infno: texts.exactOptional(),
  fixmedins_code: text.exactOptional(),
  psn_no: text.exactOptional(),
  persona: text.exactOptional(),
  psn_name: text.exactOptional(),
  mdtrtarea: text.exactOptional(),
  insuplc: text.exactOptional(),
  amount: z
    .strictObject({ gte: money.exactOptional(), lte: money.exactOptional(), ending: ending.exactOptional() })
    .refine(({ gte, lte }) => gte === undefined || lte === undefined || gte <= lte, { error: '的 gte 不应大于 lte' })
    .exactOptional(),
  field: z.strictObject({ path: text, equals: text }).exactOptional(),
  state: z.enum(VISIT_STATES).exactOptional(),
});

type WhenForm = z.infer<typeof whenForm>;

/** The conditions that a form means: a persona becomes a number. */
export const whenOf = (form: WhenForm | undefined, personNumber: (persona: string) => string | undefined): When => {
  const { persona, ...rest } = form ?? {};
  const psn_no = persona === undefined ? rest.psn_no : personNumber(persona);
  return { ...(rest as When), ...(psn_no !== undefined && { psn_no }) };
};
