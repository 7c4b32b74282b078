import type { CivilDate } from '../../kernel/civil-time.ts';
import { inForce, type DiseaseList } from './disease-list.ts';

/** The name 病种名称 of a code on a day, national list first, then the local codes. */
export const diseaseName = (list: DiseaseList, code: string, on: CivilDate): string | undefined =>
  [...list.crossProvince, ...list.local].find((disease) => disease.code === code && inForce(disease, on))?.name;
