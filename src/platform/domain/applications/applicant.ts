import { placeOf, reach, type Admdvs } from '../../../kernel/admdvs.ts';
import type { Instant } from '../../../kernel/civil-time.ts';
import type { ApplicationKind } from '../application.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import { personAsked, PERSON_ASKED_REFUSALS } from '../person-asked.ts';
import type { Insurance, Person } from '../person.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from '../refusals.ts';
import { activeInsurance } from '../eligibility.ts';
import { usualInsurance } from './usual-insurance.ts';
import { nextNumber, type NextNumber } from './new-application.ts';

/** For whom an institution applies, at which insured place, under which insurance. */
export type Applicant = {
  readonly person: Person;
  readonly insuplc: Admdvs;
  readonly insurance: Insurance;
  /** The number that the application gets. */
  readonly number: NextNumber;
  /** The insured place, which decides. */
  readonly by: Party;
};

/** What `applicant` may say. */
export const APPLICANT_REFUSALS: readonly RefusalName[] = [
  ...PERSON_ASKED_REFUSALS,
  'apply-at-home',
  'insured-place-field',
  'insurance-unknown',
  'insurance-suspended',
  'insurance-terminated',
];

type Where = {
  readonly institution: Institution;
  readonly party: Party;
  readonly message: { readonly insuplc_admdvs?: Admdvs };
  readonly now: Instant;
};

type Reader = {
  readonly person: (psn_no: string) => Person | undefined;
  readonly serial: (key: string) => number;
};

const TITLES: Readonly<Record<ApplicationKind, string>> = {
  filing: '转院备案',
  qualification: '人员慢特病备案',
  'chosen-institution': '人员定点备案',
};

type Sent = { readonly psn_no: string; readonly insutype?: string; readonly insu_optins?: string };

/**
 * Who is applied for by 2501, 2503 and 2505. They are business of the province where the person is insured: for another
 * province's the way is the person's own (APP, counter).
 */
export const applicant = (
  reader: Reader,
  { psn_no, insutype, insu_optins }: Sent,
  kind: ApplicationKind,
  where: Where,
): Applicant | Refusal => {
  const asked = personAsked(reader.person(psn_no), where);
  if (isRefusal(asked)) return asked;
  const { insuplc } = asked;
  if (reach(where.institution.admdvs, insuplc) === 'cross-province') {
    return refuse(where.party, 'apply-at-home', TITLES[kind], insuplc);
  }
  const by: Party = { role: 'insured', place: insuplc };
  if (insu_optins !== undefined && placeOf(insu_optins) !== insuplc) {
    return refuse(by, 'insured-place-field', insu_optins, insuplc);
  }
  const insurance = activeInsurance(
    asked.person,
    { insuplc, insutype: insutype ?? usualInsurance(asked.person, insuplc)?.insutype ?? '' },
    by,
  );
  if (isRefusal(insurance)) return insurance;
  return { person: asked.person, insuplc, insurance, by, number: nextNumber(reader, insuplc, kind, where.now) };
};
