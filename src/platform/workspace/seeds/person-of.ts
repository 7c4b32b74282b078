import { must } from '../../../kernel/assert.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Insurance, Person } from '../../domain/person.ts';
import type { AccountHolder } from '../../domain/settlement.ts';
import { between } from './between.ts';
import { cardOf, identityNumber, personNumber, tokenOf } from './person-numbers.ts';
import type { PersonaSeed } from './persona-seed.ts';
import { relativeDate } from './relative-date.ts';

type InsuranceSeed = PersonaSeed['insurances'][number];

/** The insurance that a persona's other rows belong to unless they say otherwise: the first. */
export const mainInsurance = (seed: PersonaSeed): InsuranceSeed => {
  const [first] = seed.insurances;
  must(first !== undefined, `${seed.id} is insured`);
  return first;
};

const insuranceOf = ({ balc: _balc, paus_insu_date, ...row }: InsuranceSeed, start: CivilDate): Insurance => ({
  ...row,
  psn_insu_date: relativeDate(row.psn_insu_date, start),
  ...(paus_insu_date === undefined ? {} : { paus_insu_date: relativeDate(paus_insu_date, start) }),
});

const familyOf = ({ insuplc_admdvs, number, insutype }: NonNullable<PersonaSeed['family']>): AccountHolder => ({
  psn_no: personNumber(insuplc_admdvs, number),
  insutype,
});

/** The person as it is in a workspace started on that day. */
export const personOf = (seed: PersonaSeed, start: CivilDate): Person => {
  const { number, gend, brdy } = seed;
  const place = mainInsurance(seed).insuplc_admdvs;
  return {
    psn_no: personNumber(place, number),
    psn_cert_type: seed.psn_cert_type,
    certno: seed.certno ?? identityNumber(place, brdy, gend, number),
    psn_name: seed.psn_name,
    gend,
    naty: seed.naty,
    brdy,
    insurances: seed.insurances.map((row) => insuranceOf(row, start)),
    identities: seed.identities.map((row) => ({ ...row, ...between(row, start) })),
    ...(seed.card ? { card: cardOf(place, number) } : {}),
    ...(seed.ec_token ? { ec_token: tokenOf(place, number) } : {}),
    ...(seed.family ? { family: familyOf(seed.family) } : {}),
    persona: { id: seed.id, shows: seed.shows },
  };
};
