import { z } from 'zod';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asPrice } from '../../../kernel/quantity.ts';
import { isRelativeDate } from './relative-date.ts';

/** Texts of the seed files beside those that policy files know (src/rules/policy/schema/texts.ts). */

const matching = (form: RegExp, expected: string) =>
  z.string().refine((raw) => form.test(raw), { error: ({ input }) => `“${String(input)}” 应为${expected}` });

/** A value of a code list 码值. */
export const code = matching(/^\d{1,6}$/, '码值（一到六位数字）');

/** `H` (hospital) or `P` (pharmacy), the division, five digits. */
export const institutionCode = matching(/^[HP]\d{11}$/, '定点医药机构编码（H 或 P 加十一位数字）');

/** 医疗目录编码 of a drug, a service or a consumable. */
export const itemCode = matching(
  /^[XZ][0-9A-Z]{22}$|^\d{15}$|^C\d{19}$/,
  '医疗目录编码（药品 X 或 Z 加二十二位，诊疗项目十五位数字，耗材 C 加十九位数字）',
);

/** 累计类别代码 */
export const accumulatorCode = matching(/^[A-Z][0-9A-Z_]{1,9}$/, '累计类别代码（最多十位）');

/** Words in small letters: the name by which testers call a persona. */
export const slug = matching(/^[a-z0-9]+(-[a-z0-9]+)+$/, '小写英文单词，用 - 连接');

/** 1–199: identity numbers of higher order numbers are those of the population (../population/certificates.ts). */
export const personaNumber = matching(/^[1-9]\d?$|^1\d\d$/, ' 1 到 199 的整数').transform(Number);

/** Number of another certificate than the identity card: made up so that it looks like none. */
export const otherCertificate = matching(/^[A-Z]{4,}\d+$/, '四个以上大写字母加数字');

export const relative = z
  .string()
  .refine(isRelativeDate, { error: ({ input }) => `“${String(input)}” 应为相对日期，如 -400d、+1y、year-start` });

/** First and last day, both inclusive. Without a last day it lasts. */
export const validity = { begndate: relative, enddate: relative.exactOptional() };

export const flag = z.enum(['0', '1']);

/** A price in 元 above nothing. */
export const price = z.string().transform((raw, context) => {
  const units = parseScaled(raw, 6);
  if (units !== undefined && units > 0) return asPrice(units);
  context.addIssue({ code: 'custom', message: `“${raw}” 应为大于 0、最多六位小数的价格（元）` });
  return z.NEVER;
});
