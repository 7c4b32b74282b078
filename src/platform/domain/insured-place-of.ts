import { isAdmdvs, placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Institution } from './institution.ts';
import type { Party } from './party.ts';
import type { Person } from './person.ts';
import { refuse, type Refusal } from './refusals.ts';
import { placeMismatch } from './visit-access.ts';

/**
 * The insured place of a person for one insurance, or for any of them when none is named: the envelope's, or the
 * hospital's own when that is empty (local business). One that is not the person's is refused, naming the right one.
 */
export const insuredPlaceOf = (
  person: Person,
  insutype: string | undefined,
  { insuplc_admdvs }: { readonly insuplc_admdvs?: Admdvs },
  institution: Institution,
  by: Party,
): Admdvs | Refusal => {
  if (insuplc_admdvs !== undefined && !isAdmdvs(insuplc_admdvs)) return refuse(by, 'place-unknown', insuplc_admdvs);
  const meant = placeOf(insuplc_admdvs ?? institution.admdvs);
  const rows = person.insurances.filter((row) => insutype === undefined || row.insutype === insutype);
  const [first] = rows;
  if (!first || rows.some((row) => placeOf(row.insuplc_admdvs) === meant)) return meant;
  return placeMismatch(first.insuplc_admdvs, institution.admdvs, insuplc_admdvs, by) ?? meant;
};
