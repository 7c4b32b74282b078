import { z } from 'zod';
import { placeOf } from '../../../kernel/admdvs.ts';
import { admdvsText, dateText, diseaseText, words } from '../../../rules/policy/schema/texts.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Library } from '../../domain/library.ts';
import { institutionCode } from '../seeds/fields.ts';

const openedDisease = z.strictObject({
  opsp_dise_code: diseaseText,
  begndate: dateText,
  enddate: dateText.exactOptional(),
});

const isKind = (code: string): code is 'H' | 'P' => code === 'H' || code === 'P';
/** 定点医疗机构, 定点零售药店 */
const TYPE_OF = { H: '1', P: '2' } as const;

const given = (library: Library) => {
  const levels = library.dictionary('hosp_lv') ?? [];
  return z.strictObject({
    fixmedins_code: institutionCode,
    fixmedins_name: words.pipe(z.string().max(200)),
    uscc: z.string().max(50).default(''),
    fixmedins_type: z.enum(['1', '2']).exactOptional(),
    hosp_lv: z.enum(levels.map(({ value }) => value)).default('2'),
    admdvs: admdvsText.exactOptional(),
    outOfArea: z.enum(['national', 'province', 'none']).default('national'),
    real_name: z.boolean().default(true),
    no_psam: z.boolean().exactOptional(),
    openedDiseases: z.array(openedDisease).max(200).exactOptional(),
  });
};

/**
 * A user's own institution. Code and name are enough; the rest is a sandbox choice with which everything works: 三级甲等,
 * 国家异地定点, real-name check, every disease of the cross-province list open since it is on the list, and the division that
 * the code names.
 */
export const institutionForm = (library: Library) =>
  given(library).transform((form, context): Institution => {
    const code = form.fixmedins_code;
    const admdvs = admdvsText.safeParse(form.admdvs ?? code.slice(1, 7));
    if (!admdvs.success) {
      const message = `中的区划 ${code.slice(1, 7)} 不存在，请另写 admdvs`;
      context.addIssue({ code: 'custom', path: ['fixmedins_code'], message });
      return z.NEVER;
    }
    const kind = code.charAt(0);
    return {
      fixmedins_type: isKind(kind) ? TYPE_OF[kind] : '1',
      openedDiseases: everyDisease(library),
      ...form,
      admdvs: admdvs.data,
    };
  });

const everyDisease = ({ diseases }: Library): Institution['openedDiseases'] =>
  diseases.crossProvince
    .filter((disease) => disease.to === undefined)
    .map(({ code, from }) => ({ opsp_dise_code: code, begndate: from }));

/** Its place of treatment 就医地. */
export const treatmentPlace = ({ admdvs }: Institution): string => placeOf(admdvs);
