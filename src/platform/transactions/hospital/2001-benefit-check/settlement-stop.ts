import type { Instant } from '../../../../kernel/civil-time.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import { crossProvinceStop } from '../../../domain/cross-province-stop.ts';
import { eligibility, type Claimant, type Demand, type Eligible } from '../../../domain/eligibility.ts';
import { farAway } from '../../../domain/far-away.ts';
import type { Maintenance } from '../../../domain/maintenance.ts';
import { maintenanceStop } from '../../../domain/maintenance-stop.ts';
import { benefitOf, isChronic } from '../../../domain/med-type.ts';
import { outOfAreaStop } from '../../../domain/out-of-area.ts';
import type { Party } from '../../../domain/party.ts';
import { payingPolicy } from '../../../domain/paying-policy.ts';
import type { PlaceState } from '../../../domain/place-state.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';

/** What is known of the person, and what the national node keeps of places. */
export type Known = Claimant & {
  readonly placeStates: readonly PlaceState[];
  readonly maintenances: readonly Maintenance[];
};

/** Whose system a settlement would need that is down now: then nothing can be said of the benefit. */
export const whoIsDown = ({ maintenances }: Known, demand: Demand, now: Instant): Refusal | undefined => {
  const insured: Party = { role: 'insured', place: demand.insuplc };
  return maintenanceStop(maintenances, farAway(demand) ? [{ role: 'national' }, insured] : [insured], now);
};

/**
 * What a settlement of that would meet on its way, in its order: this hospital, the national node for another province,
 * the insured place and its policy. The first refusal, or how the person is eligible.
 */
export const throughAllParties = (claimant: Known, demand: Demand, context: HospitalContext): Eligible | Refusal => {
  const { institution, library, today } = context;
  const stop = hospitalStop(demand, context) ?? (farAway(demand) ? nationalStop(claimant, demand, context) : undefined);
  if (stop) return stop;
  const by: Party = { role: 'insured', place: demand.insuplc };
  const eligible = eligibility(claimant, demand, library.diseases, by);
  if (isRefusal(eligible)) return eligible;
  const policy = payingPolicy({ ...demand, hosp_lv: institution.hosp_lv }, eligible, library, today, by);
  return isRefusal(policy) ? policy : eligible;
};

const nationalStop = (
  { placeStates }: Known,
  demand: Demand,
  { institution, library: { diseases }, today, settings: { jointTest } }: HospitalContext,
): Refusal | undefined => crossProvinceStop(demand, { institution, placeStates, diseases, today, jointTest });

const hospitalStop = (demand: Demand, { institution, party }: HospitalContext): Refusal | undefined => {
  const { insuplc, med_type, dise_codg } = demand;
  const area = outOfAreaStop(institution, insuplc, party);
  if (area) return area;
  if (!benefitOf(med_type)) return refuse(party, 'med-type-unsupported', med_type);
  return isChronic(med_type) && dise_codg === undefined ? refuse(party, 'disease-required') : undefined;
};
