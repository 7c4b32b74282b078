import { z } from 'zod';
import { isAdmdvs, provinceOf } from '../../../kernel/admdvs.ts';
import { isCivilDate } from '../../../kernel/civil-time.ts';
import { asFen } from '../../../kernel/money.ts';
import { isPeriod } from '../../../rules/clearing/period.ts';
import { words } from '../../../rules/policy/schema/texts.ts';

/** `2026-03` or `202603`. */
export const month = z
  .string()
  .transform((text) => text.replace('-', ''))
  .refine(isPeriod, { error: ({ input }) => `“${String(input)}” 应为清算年月 yyyy-MM` });

export const province = z.string().refine((code) => isAdmdvs(code) && provinceOf(code) === code, {
  error: ({ input }) => `“${String(input)}” 应为省级区划，如 440000`,
});

const text = words.pipe(z.string().max(500));
const number = z.string().min(1).max(40);
/** 分, above nothing. */
const amount = z.int().positive().transform(asFen);

export const runForm = z.strictObject({
  month,
  until: z.enum(['collected', 'generated', 'noticed', 'closed']).default('closed'),
});

const submit = z.strictObject({ kind: z.literal('submit'), payer: province });
const transfer = z.strictObject({ kind: z.literal('transfer'), payer: province, payee: province, amount });
const receive = z.strictObject({ kind: z.literal('receive'), payer: province, payee: province });

/** What a province does in the clearing of a month. */
export const eventForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['confirm', 'correct']), payer: province }),
  z.strictObject({ kind: z.literal('reject'), payer: province, reason: text }),
  submit,
  transfer,
  receive,
]);

/** What it does in an adjustment of prepayments. */
export const paymentForm = z.discriminatedUnion('kind', [submit, transfer, receive]);

export const deductionForm = z.strictObject({ setl_id: number, amount, reason: text });

const between = { from: province, to: province, text, setl_id: number.exactOptional() };

/** What a province asks; of urgent `from` is the treatment province, `to` the payer that is to prepay more. */
export const requestForm = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['issue', 'inquiry']), ...between }),
    z.strictObject({ kind: z.literal('urgent'), ...between, amount }),
  ])
  .refine(({ from, to }) => from !== to, { error: '发起省 from 和对方 to 不能相同' });

export const replyForm = z.strictObject({ event: z.enum(['answer', 'refuse', 'reopen', 'close']), text });

const list = { province, date: z.string().refine(isCivilDate, { error: '应为日期 yyyy-MM-dd' }) };
const conduct = { province, period: month.exactOptional(), reason: text.exactOptional() };

export const faultForm = z.union([
  z.strictObject({
    kind: z.enum(['missing', 'extra', 'amount-differs', 'reversed-but-listed']),
    ...list,
    setl_id: number.exactOptional(),
    amount: amount.exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['rejects', 'pays-partly', 'late']), ...conduct }),
]);

export const quotaForm = z.strictObject({
  year: z.string().regex(/^\d{4}$/),
  payer: province,
  payee: province,
  amount,
});
