import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Institution } from './institution.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Visit } from './visit.ts';

type Claimed = { readonly psn_no: string; readonly insuplc_admdvs?: Admdvs | undefined };

/**
 * The visit that a hospital may act on: its own, of that person, open. Another hospital's visit is answered like one
 * that does not exist. The envelope must name the visitor's insured place (a district counts as its city; empty means
 * local).
 */
export const openVisit = (
  visit: Visit | undefined,
  institution: Institution,
  claimed: Claimed,
  by: Party,
): Visit | Refusal => {
  if (!visit || visit.fixmedins_code !== institution.fixmedins_code || visit.visitor.psn_no !== claimed.psn_no) {
    return refuse(by, 'visit-unknown');
  }
  if (visit.withdrawn) return refuse(by, 'visit-withdrawn');
  return placeMismatch(visit.insuplc, visit.mdtrtarea, claimed.insuplc_admdvs, by) ?? visit;
};

/** A refusal when the envelope's insured place is not the person's. */
export const placeMismatch = (
  insured: Admdvs,
  treatment: Admdvs,
  sent: Admdvs | undefined,
  by: Party,
): Refusal | undefined => {
  const meant = placeOf(sent === undefined || sent === '' ? treatment : sent);
  return meant === placeOf(insured) ? undefined : refuse(by, 'place-mismatch', sent ?? '', insured);
};
