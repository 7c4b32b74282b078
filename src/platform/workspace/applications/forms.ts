import { z } from 'zod';
import { dateText, diseaseText, words } from '../../../rules/policy/schema/texts.ts';
import { code, institutionCode } from '../seeds/fields.ts';

/** What the clerk of the insured place fills in. Dates that are not written: see the decisions. */

const note = words.pipe(z.string().max(200)).exactOptional();
const days = { begndate: dateText.exactOptional(), enddate: dateText.exactOptional() };
const kind = z.enum(['resident', 'referral', 'emergency', 'other']);
const result = z.enum(['approved', 'rejected']);

/** 异地就医备案登记 */
export const filingForm = z.strictObject({
  person: words,
  kind,
  /** A place, or a province by its xx0000 code. */
  mdtrtarea_admdvs: words,
  /** The one institution for which it holds. */
  fixmedins_code: institutionCode.exactOptional(),
  ...days,
  note,
  /** Registers and approves in one act. */
  approve: z.boolean().default(false),
});

/** 变更: what is to be another. */
export const changeForm = z.strictObject({
  kind: kind.exactOptional(),
  mdtrtarea_admdvs: words.exactOptional(),
  /** null: no longer one institution alone. */
  fixmedins_code: institutionCode.nullable().exactOptional(),
  ...days,
  note,
  approve: z.boolean().default(false),
});

/** 审核 */
export const reviewForm = z.strictObject({ result, note });

/** 撤销, 受理: a remark at most. */
export const remarkForm = z.strictObject({ note });

/** 门诊慢特病认定申请 */
export const qualificationForm = z
  .strictObject({
    person: words,
    /** Absent: the first insurance in force. */
    insutype: code.exactOptional(),
    /** National code; absent where the place has no mapping. */
    dise_codg: diseaseText.exactOptional(),
    local_dise_code: words.pipe(z.string().max(30)).exactOptional(),
    /** Absent: as in the list of diseases. */
    dise_name: words.pipe(z.string().max(300)).exactOptional(),
    ...days,
    note,
  })
  .refine((form) => form.dise_codg !== undefined || form.local_dise_code !== undefined, {
    error: '病种代码 dise_codg 和本地病种代码 local_dise_code 至少写一个',
  });

/** 认定结果: the days may differ from those asked for. */
export const resultForm = z.strictObject({ result, ...days, note });

/** 终止待遇 */
export const terminationForm = z.strictObject({ reason: words.pipe(z.string().max(200)) });
