import type { Instant } from '../../../../kernel/civil-time.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import { crossProvinceStop } from '../../../domain/cross-province-stop.ts';
import { eligibility, type Claimant, type Demand, type Eligible } from '../../../domain/eligibility.ts';
import { farAway } from '../../../domain/far-away.ts';
import type { Maintenance } from '../../../domain/maintenance.ts';
import { announcement } from '../../../domain/maintenance-lead.ts';
import { downRefusal, maintenanceStop, whoIsDown } from '../../../domain/maintenance-stop.ts';
import { benefitOf, isChronic } from '../../../domain/med-type.ts';
import { outOfAreaStop } from '../../../domain/out-of-area.ts';
import { partyPrefix, type Party } from '../../../domain/party.ts';
import { payingPolicy } from '../../../domain/paying-policy.ts';
import type { PlaceState } from '../../../domain/place-state.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';

/** What is known of the person, and what the national node keeps of places. */
export type Known = Claimant & {
  readonly placeStates: readonly PlaceState[];
  readonly maintenances: readonly Maintenance[];
};

/** The settlement as it passes the national node and the insured place. */
const SETTLEMENT = { door: 'national', infno: '1107' };

/** Who must answer a settlement behind this hospital's own place. */
const needed = (demand: Demand): readonly Party[] => {
  const insured: Party = { role: 'insured', place: demand.insuplc };
  return farAway(demand) ? [{ role: 'national' }, insured] : [insured];
};

/** Whose system a settlement would need that is down now: then nothing can be said of the benefit. */
export const settlementDown = ({ maintenances }: Known, demand: Demand, now: Instant): Refusal | undefined => {
  const down = whoIsDown(maintenances, needed(demand), SETTLEMENT, { from: now, to: now });
  return down && downRefusal(down);
};

/** In whose lead time a settlement would not be taken any more, or only with this announcement. */
export const settlementSoonDown = ({ maintenances }: Known, demand: Demand, now: Instant): string | undefined => {
  const stop = maintenanceStop(maintenances, needed(demand), SETTLEMENT, now);
  if (stop) return `${partyPrefix(stop.by)} ${stop.text}`;
  return announcement(maintenances, needed(demand), SETTLEMENT, now);
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
