import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { Party } from '../../../domain/party.ts';
import type { Insurance, Person } from '../../../domain/person.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';

/**
 * The insurances that a window may see. A card or an electronic credential carries its insured place, so all rows
 * show; an identity number or another certificate says nothing of it, so only the place that was asked is looked up:
 * the envelope's, or this one when it is empty (local business).
 */
export const insurancesShown = (
  person: Person,
  mdtrt_cert_type: string,
  sent: Admdvs | undefined,
  here: Admdvs,
  by: Party,
): readonly Insurance[] | Refusal => {
  if (mdtrt_cert_type === '01' || mdtrt_cert_type === '03') return person.insurances;
  const asked = placeOf(sent ?? here);
  const rows = person.insurances.filter((row) => placeOf(row.insuplc_admdvs) === asked);
  if (rows.length > 0) return rows;
  return sent === undefined ? refuse(by, 'place-required') : refuse(by, 'person-not-insured-here', sent);
};
