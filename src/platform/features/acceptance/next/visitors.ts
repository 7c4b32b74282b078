import { placeOf, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { eligibility } from '../../../domain/eligibility.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Library } from '../../../domain/library.ts';
import { validOn, type Insurance, type Person } from '../../../domain/person.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Reader } from '../../../store/port.ts';
import { populationOf, type Population } from '../populations.ts';
import type { Side } from '../side.ts';
import { TESTED_CODES } from '../tested-diseases.ts';

/** Somebody who can be settled across provinces for a disease at an institution today. */
export type Visitor = {
  readonly person: Person;
  readonly insurance: Insurance;
  readonly institution: Institution;
  readonly disease: string;
  readonly population: Population;
};

type Place = { readonly reader: Reader; readonly library: Library; readonly today: CivilDate };

/**
 * Everybody of the personas who fits: as 就医省 other provinces' insured at the province's institutions, as 参保省 its own
 * insured elsewhere.
 */
export const visitorsOf = (place: Place, province: Admdvs, side: Side): Visitor[] => {
  const isOwn = (code: Admdvs) => provinceOf(code) === province;
  const institutions = place.reader
    .institutions()
    .filter(
      ({ outOfArea, online, admdvs }) =>
        outOfArea === 'national' && !online && isOwn(admdvs) === (side === 'treatment'),
    );
  return place.reader
    .personas()
    .flatMap((person) =>
      person.insurances
        .filter(({ insuplc_admdvs }) => isOwn(insuplc_admdvs) === (side === 'insured'))
        .flatMap((insurance) => visitsOf(place, person, insurance, institutions)),
    );
};

const visitsOf = (
  { reader, library, today }: Place,
  person: Person,
  insurance: Insurance,
  institutions: readonly Institution[],
): Visitor[] => {
  const { psn_no } = person;
  const claimant = {
    person,
    filings: reader.filings(psn_no),
    qualifications: reader.qualifications(psn_no),
    chosen: reader.chosenInstitutions(psn_no),
  };
  const fits = (institution: Institution, disease: string): boolean => {
    const { fixmedins_code, openedDiseases } = institution;
    if (!openedDiseases.some((row) => row.opsp_dise_code === disease && validOn(row, today))) return false;
    const { insuplc_admdvs: insuplc, insutype } = insurance;
    const mdtrtarea = placeOf(institution.admdvs);
    const demand = { insuplc, insutype, mdtrtarea, fixmedins_code, med_type: '14', dise_codg: disease, day: today };
    return !isRefusal(eligibility(claimant, demand, library.diseases, { role: 'insured', place: insuplc }));
  };
  if (claimant.filings.length === 0 || claimant.qualifications.length === 0) return [];
  const population = populationOf(insurance.insutype, insurance.psn_type);
  return institutions.flatMap((institution) =>
    TESTED_CODES.filter((disease) => fits(institution, disease)).map((disease) => ({
      person, insurance, institution, disease, population,
    })),
  ); // prettier-ignore
};
