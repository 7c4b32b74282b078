import type { CivilDate } from '../../../../kernel/civil-time.ts';
import type { DiseaseList } from '../../../../rules/scope/disease-list.ts';
import { qualificationsFor, type Claimant, type Demand, type Eligible } from '../../../domain/eligibility.ts';
import { farAway } from '../../../domain/far-away.ts';
import { filingFor } from '../../../domain/filing.ts';
import { isChronic } from '../../../domain/med-type.ts';
import type { Party } from '../../../domain/party.ts';
import { validOn } from '../../../domain/person.ts';
import { isRefusal } from '../../../domain/refusals.ts';

/** First and last day, both inclusive; without an end it is open. */
export type Period = { readonly begndate: CivilDate; readonly enddate?: CivilDate };

/**
 * The days around the demanded one on which the person is entitled: of the insurance, of the qualification where a
 * disease is claimed, of the filing where the place is in another province — all of them together.
 */
export const benefitPeriod = (
  { insurance }: Eligible,
  { qualifications, filings }: Claimant,
  demand: Demand,
  diseases: DiseaseList,
  by: Party,
): Period => {
  const qualification = isChronic(demand.med_type)
    ? qualificationsFor(qualifications, demand, diseases).find((row) => validOn(row, demand.day))
    : undefined;
  const filing = farAway(demand) ? filingFor(filings, demand, by) : undefined;
  return overlap([
    { begndate: insurance.psn_insu_date },
    ...(qualification ? [qualification] : []),
    ...(filing && !isRefusal(filing) ? [filing] : []),
  ]);
};

const overlap = (periods: readonly Period[]): Period => {
  const begndate = periods.map((period) => period.begndate).reduce((latest, day) => (day > latest ? day : latest));
  const ends = periods.flatMap(({ enddate }) => (enddate === undefined ? [] : [enddate])).sort();
  return { begndate, ...(ends[0] !== undefined && { enddate: ends[0] }) };
};
