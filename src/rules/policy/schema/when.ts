import { z } from 'zod';
import { LEVEL_GROUPS } from '../../catalogue/hospital-level.ts';
import { BENEFITS, FILINGS, GRADES, GROUPS, type When } from '../case.ts';
import { picked } from './either.ts';
import { ageText, diseaseText, labelText, listOf, monthsText, words, yesNoText } from './texts.ts';

const condition: z.ZodType<When> = z.strictObject({
  benefit: listOf(z.enum(BENEFITS)).exactOptional(),
  disease: listOf(diseaseText).exactOptional(),
  class: listOf(labelText).exactOptional(),
  level: listOf(z.enum(LEVEL_GROUPS)).exactOptional(),
  filing: listOf(z.enum(FILINGS)).exactOptional(),
  group: listOf(z.enum(GROUPS)).exactOptional(),
  age_from: ageText.exactOptional(),
  identity: listOf(words).exactOptional(),
  civil_servant: yesNoText.exactOptional(),
  employer_plan: yesNoText.exactOptional(),
  grade: listOf(z.enum(GRADES)).exactOptional(),
  insured_months_from: monthsText.exactOptional(),
});

const refused = z.custom<When>(() => false, 'when 至少写一个条件；没有条件就不写 when');

const isEmpty = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0;

/** The condition of a case: at least one dimension. A single value may stand without brackets. */
export const when = picked<When>((raw) => (isEmpty(raw) ? refused : condition));
