import { z } from 'zod';
import { isAdmdvs, provinceOf } from '../../../kernel/admdvs.ts';
import { isCivilDate } from '../../../kernel/civil-time.ts';
import { asFen } from '../../../kernel/money.ts';
import { FINDINGS } from '../../../rules/clearing/inquiry.ts';
import { isPeriod } from '../../../rules/clearing/period.ts';
import { words } from '../../../rules/policy/schema/texts.ts';
import { code } from '../seeds/fields.ts';

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

const date = z.string().refine(isCivilDate, { error: '应为日期 yyyy-MM-dd' });
const asked = { from: province, to: province, text, setl_id: number.exactOptional() };
const isBetweenTwo = ({ from, to }: { readonly from: string; readonly to: string }) => from !== to;
const BETWEEN_TWO = { error: '发起省 from 和对方 to 不能相同' };

/** A paper bill; the total in 分. No field for a person: it is the bill that is asked about. */
const bill = z.strictObject({
  hospital: words.pipe(z.string().max(200)),
  bill_no: words.pipe(z.string().max(40)),
  med_type: code,
  from_date: date,
  to_date: date,
  total: amount,
});

export const inquiryForm = z
  .strictObject({ kind: z.literal('inquiry'), ...asked, bill: bill.exactOptional() })
  .refine(isBetweenTwo, BETWEEN_TWO);

const issueForm = z.strictObject({ kind: z.literal('issue'), ...asked }).refine(isBetweenTwo, BETWEEN_TWO);

/** `from` is the treatment province, `to` the payer that is to prepay more. */
const urgentForm = z.strictObject({ kind: z.literal('urgent'), ...asked, amount }).refine(isBetweenTwo, BETWEEN_TWO);

export const requestForm = z.discriminatedUnion('kind', [issueForm, inquiryForm, urgentForm]);

export const replyForm = z.strictObject({
  event: z.enum(['answer', 'refuse', 'reopen', 'close']),
  text,
  finding: z.enum(FINDINGS).exactOptional(),
});

const list = { province, date };
const conduct = { province, period: month.exactOptional(), reason: text.exactOptional() };

export const faultForm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['missing', 'extra', 'amount-differs', 'reversed-but-listed']),
    ...list,
    setl_id: number.exactOptional(),
    amount: amount.exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['rejects', 'pays-partly', 'late']), ...conduct }),
]);

export const quotaForm = z
  .strictObject({
    year: z.string().regex(/^\d{4}$/, { error: '应为四位年份' }),
    payer: province,
    payee: province,
    amount,
  })
  .refine(({ payer, payee }) => payer !== payee, { error: '参保省 payer 和就医省 payee 不能相同' });
