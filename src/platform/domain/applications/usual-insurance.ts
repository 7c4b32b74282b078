import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import type { Insurance, Person } from '../person.ts';

/** The insurance that is meant when none is named: the first in force, at that place if one is given, else the first. */
export const usualInsurance = ({ insurances }: Person, insuplc?: Admdvs): Insurance | undefined => {
  const rows = insurances.filter((row) => insuplc === undefined || placeOf(row.insuplc_admdvs) === insuplc);
  return rows.find((row) => row.psn_insu_stas === '1') ?? rows[0];
};
