import { z } from 'zod';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import { admdvsText, diseaseText, words, yesNoText } from '../../../rules/policy/schema/texts.ts';
import type { Institution } from '../../domain/institution.ts';
import { between } from './between.ts';
import { code, institutionCode, validity } from './fields.ts';
import { mark } from './mark.ts';

const institution = z
  .strictObject({
    fixmedins_code: institutionCode,
    fixmedins_name: words,
    uscc: words,
    fixmedins_type: code.default('1'),
    hosp_lv: code,
    admdvs: admdvsText,
    outOfArea: z.enum(['national', 'province', 'none']),
    real_name: yesNoText,
    no_psam: yesNoText.exactOptional(),
    /** Diseases opened on the same day stand in one row. */
    openedDiseases: z.array(z.strictObject({ codes: z.array(diseaseText).min(1), ...validity })).default([]),
  })
  .refine((row) => row.fixmedins_code.slice(1, 7) === row.admdvs, {
    path: ['fixmedins_code'],
    error: '编码中的区划与 admdvs 不同',
  });

/** A file of `seeds/institutions/`. */
export const institutionFile = z.strictObject({ ...mark.shape, institutions: z.array(institution).min(1) });

/** An institution of a file: its days are still relative. */
export type InstitutionSeed = z.output<typeof institution>;

/** The institution as it is in a workspace started on that day. */
export const institutionOf = ({ openedDiseases, ...rest }: InstitutionSeed, start: CivilDate): Institution => ({
  ...rest,
  openedDiseases: openedDiseases.flatMap((row) =>
    row.codes.map((opsp_dise_code) => ({ opsp_dise_code, ...between(row, start) })),
  ),
});
