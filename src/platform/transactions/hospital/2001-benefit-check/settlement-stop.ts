import { isChronic, benefitOf } from '../../../domain/med-type.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import { crossProvinceStop } from '../../../domain/cross-province-stop.ts';
import { eligibility, type Claimant, type Demand, type Eligible } from '../../../domain/eligibility.ts';
import { farAway } from '../../../domain/far-away.ts';
import { outOfAreaStop } from '../../../domain/out-of-area.ts';
import type { Party } from '../../../domain/party.ts';
import { payingPolicy } from '../../../domain/paying-policy.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';

/**
 * What a settlement of that would meet on its way, in its order: this hospital, the national node for another province,
 * the insured place and its policy. The first refusal, or how the person is eligible.
 */
export const throughAllParties = (claimant: Claimant, demand: Demand, context: HospitalContext): Eligible | Refusal => {
  const { institution, library, today } = context;
  const stop =
    hospitalStop(demand, context) ??
    (farAway(demand) ? crossProvinceStop(institution, demand, today, library.diseases) : undefined);
  if (stop) return stop;
  const by: Party = { role: 'insured', place: demand.insuplc };
  const eligible = eligibility(claimant, demand, library.diseases, by);
  if (isRefusal(eligible)) return eligible;
  const policy = payingPolicy({ ...demand, hosp_lv: institution.hosp_lv }, eligible, library, today, by);
  return isRefusal(policy) ? policy : eligible;
};

const hospitalStop = (demand: Demand, { institution, party }: HospitalContext): Refusal | undefined => {
  const { insuplc, med_type, dise_codg } = demand;
  const area = outOfAreaStop(institution, insuplc, party);
  if (area) return area;
  if (!benefitOf(med_type)) return refuse(party, 'med-type-unsupported', med_type);
  return isChronic(med_type) && dise_codg === undefined ? refuse(party, 'disease-required') : undefined;
};
