import { z } from 'zod';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen, ZERO } from '../../../kernel/money.ts';
import { dateText, diseaseText, words } from '../../../rules/policy/schema/texts.ts';
import { code, institutionCode } from '../seeds/fields.ts';

/** 元 as a number or a text, at most two decimals. */
const yuan = z.union([z.string(), z.number()]).transform((raw, context) => {
  const amount = parseScaled(String(raw), 2);
  if (amount !== undefined && amount >= 0) return asFen(amount);
  context.addIssue({ code: 'custom', message: `“${raw}” 应为不小于 0、最多两位小数的金额（元）` });
  return z.NEVER;
});

/** What a person hands in at the counter of the insured place. Without a category it is 14 with a disease, else 11. */
export const reimbursementForm = z
  .strictObject({
    /** 人员编号 or certificate number. */
    person: words,
    /** Absent: the first insurance of the person. */
    insutype: code.exactOptional(),
    fixmedins_code: institutionCode,
    date: dateText,
    med_type: code.exactOptional(),
    dise_codg: diseaseText.exactOptional(),
    invono: words.pipe(z.string().max(40)),
    medfee_sumamt: yuan,
    fulamt_ownpay_amt: yuan.default(ZERO),
    overlmt_selfpay: yuan.default(ZERO),
    preselfpay_amt: yuan.default(ZERO),
  })
  .transform((form) => ({ ...form, med_type: form.med_type ?? (form.dise_codg === undefined ? '11' : '14') }));
