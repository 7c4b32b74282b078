import { isAdmdvs, placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { Institution } from '../../../domain/institution.ts';

/** Where an institution stands: as it was uploaded, else as its code says. Undefined for a code that names no place. */
export const treatmentPlace = (fixmedins_code: string, institution: Institution | undefined): Admdvs | undefined => {
  if (institution) return placeOf(institution.admdvs);
  const division = fixmedins_code.slice(1, 7);
  return /^[HP]\d{11}$/.test(fixmedins_code) && isAdmdvs(division) ? placeOf(division) : undefined;
};
