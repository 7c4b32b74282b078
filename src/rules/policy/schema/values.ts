import { z } from 'zod';
import { ZERO } from '../../../kernel/money.ts';
import type { Bands, ParameterName, ParameterValues, SeveralDiseases } from '../values.ts';
import { noneOr, picked } from './either.ts';
import { labelText, rateText, yesNoText, yuanText } from './texts.ts';

const counts = picked((raw) =>
  raw === 'disease' || raw === 'benefit' || raw === 'inpatient' ? z.literal(raw) : labelText,
);

const bandList: z.ZodType<Bands> = z
  .array(z.strictObject({ from: yuanText, ratio: rateText }))
  .min(1)
  .superRefine((bands, context) => {
    bands.forEach((band, index) => {
      const before = bands[index - 1]?.from;
      const message = index === 0 ? '第一段必须从 0 开始' : '各段的起点必须递增';
      const right = before === undefined ? band.from === ZERO : band.from > before;
      if (!right) context.addIssue({ code: 'custom', message, path: [index, 'from'] });
    });
  });

const flat: z.ZodType<Bands> = rateText.transform((ratio) => [{ from: ZERO, ratio }]);

/** One ratio, or a list of bands. */
const bands = picked((raw) => (Array.isArray(raw) ? bandList : flat));

const offsite = z
  .strictObject({
    points: rateText.exactOptional(),
    factor: rateText.exactOptional(),
    first_self_pay: rateText.exactOptional(),
    deductible: yuanText.exactOptional(),
  })
  .refine((value) => Object.keys(value).length > 0, '至少写一种下降方式；不下降写 none')
  .refine((value) => value.points === undefined || value.factor === undefined, 'points 与 factor 只能写一种');

const cap = z.strictObject({
  amount: yuanText,
  counts,
  on: z.literal('cost').exactOptional(),
  above: rateText.exactOptional(),
});

const severalDiseases = picked<SeveralDiseases>((raw) => {
  const has = (key: string) => typeof raw === 'object' && raw !== null && key in raw;
  if (has('plus_each')) return z.strictObject({ plus_each: yuanText, most: noneOr(yuanText) });
  return has('second_share') ? z.strictObject({ second_share: rateText }) : z.strictObject({ plus: yuanText });
});

const cappedShare = z.strictObject({ ratio: rateText, cap: noneOr(yuanText) });

/** How each parameter is written. */
export const VALUES: { readonly [Name in ParameterName]: z.ZodType<ParameterValues[Name]> } = {
  disease_class: noneOr(labelText),
  deductible: z.strictObject({ amount: yuanText, per: z.enum(['year', 'month', 'visit']), counts }),
  deductible_factor: noneOr(z.strictObject({ factor: rateText })),
  ratio: bands,
  ratio_bonus: noneOr(z.strictObject({ points: rateText })),
  offsite: noneOr(offsite),
  year_cap: noneOr(cap),
  month_cap: noneOr(cap),
  several_diseases: noneOr(severalDiseases),
  full_advance: noneOr(z.literal('whole')),
  pool_cap: noneOr(yuanText),
  large_expense: noneOr(cappedShare),
  serious_illness: noneOr(
    z.strictObject({ threshold: yuanText, bands, cap: noneOr(yuanText), base_includes_preself: yesNoText }),
  ),
  civil_servant: noneOr(cappedShare),
  employer_supplement: noneOr(cappedShare),
  disabled_soldier: noneOr(z.strictObject({ ratio: rateText })),
  preferential: noneOr(z.strictObject({ ratio: rateText })),
  assistance: noneOr(z.strictObject({ threshold: yuanText, ratio: rateText, cap: noneOr(yuanText) })),
  account: noneOr(z.enum(['all', 'in-scope'])),
};

/** The unit that a parameter must print, for the reader of the file. */
export const UNITS = {
  disease_class: 'class',
  deductible: 'yuan',
  deductible_factor: 'rate',
  ratio: 'rate',
  ratio_bonus: 'rate',
  offsite: 'rate or yuan',
  year_cap: 'yuan',
  month_cap: 'yuan',
  several_diseases: 'yuan',
  full_advance: 'rule',
  pool_cap: 'yuan',
  large_expense: 'rate and yuan',
  serious_illness: 'rate and yuan',
  civil_servant: 'rate and yuan',
  employer_supplement: 'rate and yuan',
  disabled_soldier: 'rate',
  preferential: 'rate',
  assistance: 'rate and yuan',
  account: 'scope',
} as const satisfies Record<ParameterName, string>;
