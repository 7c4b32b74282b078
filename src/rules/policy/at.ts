import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Cases } from './case.ts';
import type { Dated, Policy } from './load-policy.ts';
import type { ParameterName, ParameterValues } from './values.ts';

/** The parameters of a file as they stand on one day; undefined where the file does not have one. */
export type Snapshot = { readonly [Name in ParameterName]: Cases<ParameterValues[Name]> | undefined };

/** True on the days of a policy's life, both ends included. */
export const livesOn = (policy: Policy, date: CivilDate): boolean =>
  policy.from <= date && (policy.to === undefined || date <= policy.to);

/** The policy on a day: of every parameter the value that holds. The date is that of treatment 费用发生日期. */
export const at = ({ parameters }: Policy, date: CivilDate): Snapshot => ({
  disease_class: casesOn(parameters.disease_class, date),
  deductible: casesOn(parameters.deductible, date),
  deductible_factor: casesOn(parameters.deductible_factor, date),
  ratio: casesOn(parameters.ratio, date),
  ratio_bonus: casesOn(parameters.ratio_bonus, date),
  offsite: casesOn(parameters.offsite, date),
  year_cap: casesOn(parameters.year_cap, date),
  month_cap: casesOn(parameters.month_cap, date),
  several_diseases: casesOn(parameters.several_diseases, date),
  full_advance: casesOn(parameters.full_advance, date),
  pool_cap: casesOn(parameters.pool_cap, date),
  large_expense: casesOn(parameters.large_expense, date),
  serious_illness: casesOn(parameters.serious_illness, date),
  civil_servant: casesOn(parameters.civil_servant, date),
  employer_supplement: casesOn(parameters.employer_supplement, date),
  disabled_soldier: casesOn(parameters.disabled_soldier, date),
  preferential: casesOn(parameters.preferential, date),
  assistance: casesOn(parameters.assistance, date),
  account: casesOn(parameters.account, date),
});

/** The value that holds on a day, among those of one parameter. */
export const valueOn = <T>(values: readonly Dated<T>[], date: CivilDate): Dated<T> | undefined => {
  const value = values.findLast(({ from }) => from <= date);
  return value?.to !== undefined && value.to < date ? undefined : value;
};

const casesOn = <T>(values: readonly Dated<T>[] = [], date: CivilDate): Cases<T> | undefined =>
  valueOn(values, date)?.cases;
