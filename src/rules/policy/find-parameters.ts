import { placeName, placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { must } from '../../kernel/assert.ts';
import { at, livesOn } from './at.ts';
import type { Benefit } from './case.ts';
import { policyKey, type PolicyIndex } from './load-policies.ts';
import type { Policy } from './load-policy.ts';
import type { BenefitParameters, Insutype } from './parameters.ts';
import { BENEFIT_TITLES, INSURANCES } from './titles.ts';

/** Whose policy is asked for, and on which day of treatment 费用发生日期. */
export type PolicyQuery = {
  /** Any division of the insured place; a district counts as its city. */
  readonly place: Admdvs;
  readonly insutype: Insutype;
  readonly benefit: Benefit;
  readonly date: CivilDate;
};

/** The parameters, or `noPolicy` with the reason in plain Chinese: nothing is ever paid by default. */
export type PolicyAnswer =
  | { readonly outcome: 'found'; readonly parameters: BenefitParameters }
  | { readonly outcome: 'noPolicy'; readonly text: string };

/** Looks up the policy of a place for one insurance and benefit on a day. */
export const findParameters = (index: PolicyIndex, query: PolicyQuery): PolicyAnswer => {
  const { insutype, benefit, date } = query;
  const place = placeOf(query.place);
  const main = index.get(policyKey({ place, insutype, benefit }));
  const supplement = index.get(policyKey({ place, insutype, benefit: 'supplement' }));
  const what = `${placeName(place)}${INSURANCES[insutype]}${BENEFIT_TITLES[benefit]}`;
  if (main === undefined || supplement === undefined) return noPolicy(`没有${what}的政策数据`);
  const waiting = [main, supplement].find((policy) => !livesOn(policy, date));
  if (waiting !== undefined) return noPolicy(`${what}的政策数据不含 ${date}（${lifeOf(waiting)}）`);
  return { outcome: 'found', parameters: join(main, supplement, query) };
};

const noPolicy = (text: string): PolicyAnswer => ({ outcome: 'noPolicy', text });

/** `2023-01-01 起`, `2023-01-01 至 2024-12-31` */
export const lifeOf = ({ from, to }: Pick<Policy, 'from' | 'to'>): string =>
  to === undefined ? `${from} 起` : `${from} 至 ${to}`;

const join = (main: Policy, supplement: Policy, { insutype, benefit, date }: PolicyQuery): BenefitParameters => {
  const basic = at(main, date);
  const beyond = at(supplement, date);
  const { deductible, ratio, offsite, year_cap } = basic;
  const { pool_cap } = beyond;
  must(deductible && ratio && offsite && year_cap && pool_cap, `${main.file} states every basic parameter on ${date}`);
  return {
    place: main.place,
    name: main.name,
    template: main.template,
    insutype,
    benefit,
    on: date,
    disease_class: basic.disease_class,
    deductible,
    deductible_factor: basic.deductible_factor,
    ratio,
    ratio_bonus: basic.ratio_bonus,
    offsite,
    year_cap,
    month_cap: basic.month_cap,
    several_diseases: basic.several_diseases,
    full_advance: basic.full_advance,
    pool_cap,
    large_expense: beyond.large_expense,
    serious_illness: beyond.serious_illness,
    civil_servant: beyond.civil_servant,
    employer_supplement: beyond.employer_supplement,
    disabled_soldier: beyond.disabled_soldier,
    preferential: beyond.preferential,
    assistance: beyond.assistance,
    account: beyond.account,
  };
};
