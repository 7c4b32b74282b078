import type { CivilDate } from '../../kernel/civil-time.ts';
import { inForce, type Disease, type DiseaseList } from './disease-list.ts';

/** The row of the cross-province list that holds for a code on a day, if any. */
export const crossProvinceDisease = (list: DiseaseList, code: string, on: CivilDate): Disease | undefined =>
  list.crossProvince.find((disease) => disease.code === code && inForce(disease, on));

/**
 * Whether fees of a disease may be settled across provinces on a day. The code is taken as sent: M00201 慢性乙型肝炎 is not
 * M00200 病毒性肝炎, the insured place has to map its local codes (医保办发〔2024〕19号 三（三）).
 */
export const inScope = (list: DiseaseList, code: string, on: CivilDate): boolean =>
  crossProvinceDisease(list, code, on) !== undefined;
