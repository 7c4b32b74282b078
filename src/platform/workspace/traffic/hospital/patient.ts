import { dateOf, type CivilDate } from '../../../../kernel/civil-time.ts';
import type { Disease, DiseaseList } from '../../../../rules/scope/disease-list.ts';
import { crossProvinceDisease } from '../../../../rules/scope/in-scope.ts';
import type { Institution } from '../../../domain/institution.ts';
import { validOn } from '../../../domain/person.ts';
import type { Life } from '../../population/life.ts';
import type { HospitalVisit } from './hospital-visit.ts';

/** Who comes, and for what: a disease of the list, or 普通门诊. */
export type Patient = { readonly life: Life; readonly disease?: Disease };

/** Somebody of the population as the patient of a visit. */
export const patientOf = (life: Life, { at, institution }: HospitalVisit, list: DiseaseList): Patient => {
  const disease = diseaseOf(life, institution, list, dateOf(at));
  return { life, ...(disease && { disease }) };
};

/** The disease of a visit: one that the person is qualified for and the hospital has opened on the day, if any. */
const diseaseOf = (
  { qualifications }: Life,
  { openedDiseases }: Institution,
  list: DiseaseList,
  day: CivilDate,
): Disease | undefined => {
  const opened = openedDiseases.filter((row) => validOn(row, day)).map((row) => row.opsp_dise_code);
  const code = qualifications
    .filter((row) => validOn(row, day))
    .map((row) => row.opsp_dise_code)
    .find((one) => one !== undefined && opened.includes(one) && crossProvinceDisease(list, one, day) !== undefined);
  return code === undefined ? undefined : crossProvinceDisease(list, code, day);
};
