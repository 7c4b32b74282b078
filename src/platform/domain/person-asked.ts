import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Institution } from './institution.ts';
import { insuredPlaceOf } from './insured-place-of.ts';
import type { Party } from './party.ts';
import type { Person } from './person.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from './refusals.ts';

/** The person that a query is about, and the insured place that its envelope means. */
export type PersonAsked = { readonly person: Person; readonly insuplc: Admdvs };

/** What `personAsked` may say. */
export const PERSON_ASKED_REFUSALS: readonly RefusalName[] = ['person-unknown', 'place-unknown', 'place-mismatch'];

type Where = {
  readonly institution: Institution;
  readonly party: Party;
  readonly message: { readonly insuplc_admdvs?: Admdvs };
};

/** The person, asked about at the right place: the document demands insuplc_admdvs wherever the input has a psn_no. */
export const personAsked = (
  person: Person | undefined,
  { institution, party, message }: Where,
): PersonAsked | Refusal => {
  if (!person) return refuse(party, 'person-unknown');
  const insuplc = insuredPlaceOf(person, undefined, message, institution, party);
  return isRefusal(insuplc) ? insuplc : { person, insuplc };
};

/** The kinds of insurance that the person has at that place. */
export const insutypesAt = ({ person, insuplc }: PersonAsked): readonly string[] =>
  person.insurances.filter((row) => placeOf(row.insuplc_admdvs) === insuplc).map((row) => row.insutype);
