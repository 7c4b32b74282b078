import { reach, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { entitles } from '../../rules/scope/entitles.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import type { Filing as FilingCase } from '../../rules/policy/case.ts';
import { choiceMissed } from './choice-missed.ts';
import { filingFor } from './filing.ts';
import { isChronic, isEmergencyRescue } from './med-type.ts';
import type { Party } from './party.ts';
import {
  insuranceAt,
  lastOver,
  validOn,
  type ChosenInstitution,
  type Filing,
  type Insurance,
  type Person,
  type Qualification,
} from './person.ts';
import { isRefusal, refuse, type Refusal } from './refusals.ts';

/** What the insured place knows of the person. */
export type Claimant = {
  readonly person: Person | undefined;
  readonly filings: readonly Filing[];
  readonly qualifications: readonly Qualification[];
  readonly chosen: readonly ChosenInstitution[];
};

/** What is asked of the insured place. */
export type Demand = {
  readonly insuplc: Admdvs;
  readonly insutype: string;
  readonly mdtrtarea: Admdvs;
  readonly fixmedins_code: string;
  readonly med_type: string;
  readonly dise_codg?: string | undefined;
  readonly day: CivilDate;
};

/** Entitled: under which insurance and filing, and which disease of the place's own list. */
export type Eligible = {
  readonly person: Person;
  readonly insurance: Insurance;
  readonly filing: FilingCase;
  /** The person's valid qualifications, as national codes. */
  readonly diseases: readonly string[];
};

/**
 * Whether the insured place lets the person be treated there for that: insured and active, filed (省内异地门诊 and 急诊抢救
 * need no filing), entitled to the disease on that day. The category is never changed: no entitlement is a refusal that
 * says to settle as 普通门诊.
 */
export const eligibility = (
  claimant: Claimant,
  demand: Demand,
  diseases: DiseaseList,
  by: Party,
): Eligible | Refusal => {
  const { person } = claimant;
  if (!person) return refuse(by, 'person-unknown');
  const insurance = activeInsurance(person, demand, by);
  if (isRefusal(insurance)) return insurance;
  const filing = filingCase(claimant.filings, demand, by);
  if (isRefusal(filing)) return filing;
  const stop = isChronic(demand.med_type)
    ? (entitlementGap(claimant.qualifications, demand, diseases, by) ??
      choiceMissed(claimant.chosen, demand, diseases, by))
    : undefined;
  if (stop) return stop;
  return { person, insurance, filing, diseases: heldDiseases(claimant.qualifications, demand) };
};

/** The insurance of that kind at that place, in force. */
export const activeInsurance = (
  person: Person,
  { insuplc, insutype }: Pick<Demand, 'insuplc' | 'insutype'>,
  by: Party,
): Insurance | Refusal => {
  const insurance = insuranceAt(person, insuplc, insutype);
  if (!insurance) return refuse(by, 'insurance-unknown', insutype);
  if (insurance.psn_insu_stas === '2') return refuse(by, 'insurance-suspended');
  return insurance.psn_insu_stas === '1' ? insurance : refuse(by, 'insurance-terminated');
};

const filingCase = (filings: readonly Filing[], demand: Demand, by: Party): FilingCase | Refusal => {
  if (reach(demand.mdtrtarea, demand.insuplc) !== 'cross-province') return 'local';
  const filing = filingFor(filings, demand, by);
  if (!isRefusal(filing)) return filing.kind;
  return isEmergencyRescue(demand.med_type) ? 'emergency' : filing;
};

const entitlementGap = (
  qualifications: readonly Qualification[],
  demand: Demand,
  diseases: DiseaseList,
  by: Party,
): Refusal | undefined => {
  const { dise_codg, day } = demand;
  if (dise_codg === undefined) return refuse(by, 'disease-required');
  const away = reach(demand.mdtrtarea, demand.insuplc) !== 'local';
  if (away && diseases.local.some((local) => local.code === dise_codg)) {
    return refuse(by, 'disease-local-only', dise_codg);
  }
  const forIt = qualificationsFor(qualifications, demand, diseases);
  if (forIt.some((row) => validOn(row, day))) return undefined;
  const over = lastOver(forIt, day);
  return over ? whyOver(over, by) : refuse(by, 'entitlement-missing');
};

/** An entitlement is over by its last day, or it was taken back or ended before: the reason is told. */
const whyOver = ({ enddate, ended }: Qualification & { readonly enddate: CivilDate }, by: Party): Refusal => {
  if (!ended) return refuse(by, 'entitlement-expired', enddate);
  return refuse(by, ended.how === 'terminated' ? 'entitlement-terminated' : 'entitlement-cancelled', ended.on);
};

/** The qualifications that serve the demanded disease, in force on that day or not. */
export const qualificationsFor = (
  qualifications: readonly Qualification[],
  { insutype, dise_codg = '', day }: Demand,
  diseases: DiseaseList,
): Qualification[] =>
  qualifications.filter((row) => row.insutype === insutype && entitles(diseases, nationalCodeOf(row), dise_codg, day));

const heldDiseases = (qualifications: readonly Qualification[], { insutype, day }: Demand): string[] =>
  qualifications.filter((row) => row.insutype === insutype && validOn(row, day)).map(nationalCodeOf);

/** The national code, or the place's own where it has no mapping. */
export const nationalCodeOf = (row: Qualification): string => row.opsp_dise_code ?? row.local_dise_code;
