import type { CivilDate } from '../../kernel/civil-time.ts';
import { diseaseClassOf } from '../../rules/benefit/facts.ts';
import type { Visit } from '../../rules/benefit/request.ts';
import { levelGroupOf } from '../../rules/catalogue/hospital-level.ts';
import type { BenefitParameters, Insutype } from '../../rules/policy/parameters.ts';
import type { Demand, Eligible } from './eligibility.ts';
import type { Library } from './library.ts';
import { benefitOf } from './med-type.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/** The policy 参保地政策 that pays, and the visit as its rules see it. */
export type PayingPolicy = {
  readonly parameters: BenefitParameters;
  readonly insutype: Insutype;
  readonly visit: Visit;
};

type Sought = Pick<Demand, 'insuplc' | 'insutype' | 'med_type' | 'dise_codg' | 'day'> & {
  readonly hosp_lv?: string | undefined;
};

/** The insured place's own policy of the day of service, or why none of it pays for an eligible person. */
export const payingPolicy = (
  { insuplc, insutype, med_type, dise_codg, day, hosp_lv = '' }: Sought,
  { filing }: Pick<Eligible, 'filing'>,
  { benefit: policyOf }: Library,
  settlementDate: CivilDate,
  by: Party,
): PayingPolicy | Refusal => {
  const benefit = benefitOf(med_type);
  if (!benefit) return refuse(by, 'med-type-unsupported', med_type);
  if (insutype !== '310' && insutype !== '390') return refuse(by, 'insutype-unsupported', insutype);
  const policy = policyOf({ place: insuplc, insutype, benefit, date: day });
  if (policy.outcome === 'noPolicy') return refuse(by, 'policy-missing', policy.text);
  const { parameters } = policy;
  const visit = {
    benefit,
    ...(benefit === 'chronic' && dise_codg !== undefined && { disease: dise_codg }),
    level: levelGroupOf(hosp_lv) ?? '基层',
    filing,
    serviceDate: day,
    settlementDate,
  };
  const noBenefit = benefit === 'chronic' && diseaseClassOf(parameters, visit) === undefined;
  return noBenefit ? refuse(by, 'entitlement-missing') : { parameters, insutype, visit };
};
