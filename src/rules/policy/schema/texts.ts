import { z } from 'zod';
import { isAdmdvs } from '../../../kernel/admdvs.ts';
import { isCivilDate } from '../../../kernel/civil-time.ts';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen } from '../../../kernel/money.ts';
import { NOTHING, parseRate, WHOLE } from '../../../kernel/rate.ts';
import { picked } from './either.ts';

/** Data files are read as text; these turn the texts into values. Each refuses with the text that it met. */
const text = <T>(parse: (raw: string) => T | undefined, expected: string) =>
  z.string().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `“${raw}” 应为${expected}` });
    return z.NEVER;
  });

/** 元, nothing or more: `700`, `16.86`. */
export const yuanText = text((raw) => {
  const amount = parseScaled(raw, 2);
  return amount === undefined || amount < 0 ? undefined : asFen(amount);
}, '不小于 0、最多两位小数的金额（元）');

/** A ratio, always with its sign: `70%`, never 0.7 or 70. */
export const rateText = text((raw) => {
  const rate = raw.endsWith('%') ? parseRate(raw) : undefined;
  return rate === undefined || rate < NOTHING || rate > WHOLE ? undefined : rate;
}, ' 0% 到 100% 的比例');

export const dateText = text((raw) => (isCivilDate(raw) ? raw : undefined), '日期 yyyy-MM-dd');

export const yesNoText = text((raw) => ({ yes: true, no: false })[raw], ' yes 或 no');

/** A person's age in full years. */
export const ageText = text((raw) => (/^\d{1,3}$/.test(raw) ? Number(raw) : undefined), '周岁年龄');

/** Months of insurance 参保月数. */
export const monthsText = text((raw) => (/^\d{1,3}$/.test(raw) ? Number(raw) : undefined), '月数');

/** A place 统筹区 or any other administrative division. */
export const admdvsText = text((raw) => (isAdmdvs(raw) ? raw : undefined), '六位医保区划');

/** 病种代码 */
export const diseaseText = text((raw) => (/^M\d{5}$/.test(raw) ? raw : undefined), '病种代码（M 加五位数字）');

/** A 医疗目录编码, or the beginning that several have in common. */
export const itemBeginning = text(
  (raw) => (/^[0-9A-Z]{1,50}$/.test(raw) ? raw : undefined),
  '医疗目录编码或其开头（大写字母和数字）',
);

/** The label of a disease class or of a counting group: short enough to stand in an accumulator code. */
export const labelText = text((raw) => (/^[A-Z0-9]{1,4}$/.test(raw) ? raw : undefined), '一到四位大写字母或数字');

/** Text with something in it. */
export const words = text((raw) => (raw.trim() === '' ? undefined : raw.trim()), '非空文字');

/** One value or a list of them, always read as a list. */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<T[]> =>
  picked<T[]>((raw) => (Array.isArray(raw) ? z.array(item).min(1) : item.transform((value) => [value])));
