import type { CivilDate } from '../../kernel/civil-time.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import { entitles } from '../../rules/scope/entitles.ts';
import { crossProvinceDisease } from '../../rules/scope/in-scope.ts';
import type { Institution } from './institution.ts';
import { isChronic } from './med-type.ts';
import type { Party } from './party.ts';
import { validOn } from './person.ts';
import { refuse, type Refusal } from './refusals.ts';

const NATION: Party = { role: 'national' };

/** What the national node sees of new business 新业务. */
export type NewBusiness = { readonly med_type?: string; readonly dise_codg?: string | undefined };

/**
 * Why the national node stops new business before it relays: a disease outside the list or not yet open, an institution
 * that is not open to other provinces or has not opened the disease. Never the category: a disease code with 普通门诊 is no
 * concern of the list.
 */
export const crossProvinceStop = (
  institution: Institution | undefined,
  business: NewBusiness,
  today: CivilDate,
  diseases: DiseaseList,
): Refusal | undefined => {
  const code = isChronic(business.med_type ?? '') ? business.dise_codg : undefined;
  return (
    (code === undefined ? undefined : diseaseStop(code, today, diseases)) ??
    institutionStop(institution, code, today, diseases)
  );
};

/** Why the list does not let a disease through on a day; undefined when it does. */
export const diseaseStop = (code: string, today: CivilDate, diseases: DiseaseList): Refusal | undefined => {
  if (crossProvinceDisease(diseases, code, today)) return undefined;
  const later = diseases.crossProvince.find((row) => row.code === code && row.from > today);
  return later
    ? refuse(NATION, 'disease-not-yet-open', code, later.from)
    : refuse(NATION, 'disease-out-of-scope', code);
};

const institutionStop = (
  institution: Institution | undefined,
  code: string | undefined,
  today: CivilDate,
  diseases: DiseaseList,
): Refusal | undefined => {
  if (institution?.outOfArea !== 'national') return refuse(NATION, 'institution-not-national');
  if (code === undefined) return undefined;
  const opened = institution.openedDiseases.some(
    (row) => validOn(row, today) && entitles(diseases, row.opsp_dise_code, code, today),
  );
  return opened ? undefined : refuse(NATION, 'disease-not-opened-here', code);
};
