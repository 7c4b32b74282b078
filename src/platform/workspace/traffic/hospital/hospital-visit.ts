import { placeOf, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { must } from '../../../../kernel/assert.ts';
import type { Random } from '../../../../kernel/ports.ts';
import type { Institution } from '../../../domain/institution.ts';
import { comingBack, courseOf, placesOf, type TrafficPlan, type TrafficVisit } from '../traffic-visit.ts';

/** A history of hospitals' own: its provinces are those where their patients are insured. */
export type HospitalPlan = TrafficPlan & {
  /** Their codes; each has as many visits as the others. */
  readonly hospitals: readonly string[];
  /** Whether months whose deadline is over are confirmed as 3261 would have. */
  readonly confirm: boolean;
};

/** A visit to a hospital that is there. */
export type HospitalVisit = Omit<TrafficVisit, 'run'> & { readonly institution: Institution };

/** From where people come to a hospital: one place of each province but its own. */
export const homesFor = ({ admdvs }: Institution, provinces: readonly Admdvs[]): Admdvs[] =>
  placesOf(provinces.filter((province) => province !== provinceOf(admdvs)));

/** Visit n of hospitals: a function of seed, plan and n alone. Hospitals and provinces take their turns. */
export const hospitalVisit = (
  plan: HospitalPlan,
  hospitals: readonly Institution[],
  random: Random,
  no: number,
): HospitalVisit => {
  const institution = hospitals[no % hospitals.length];
  must(institution, 'a hospital of the plan');
  const homes = homesFor(institution, plan.provinces);
  const insuplc = homes[Math.floor(no / hospitals.length) % homes.length];
  must(insuplc, 'somebody comes from elsewhere');
  const mdtrtarea = placeOf(institution.admdvs);
  return { no, institution, insuplc, mdtrtarea, person: comingBack(no, homes), ...courseOf(plan, random, no) };
};
