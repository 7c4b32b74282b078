import { FUNDS, poolFund, seriousIllnessFund } from '../../../../rules/benefit/fund.ts';
import type { Cases } from '../../../../rules/policy/case.ts';
import type { BenefitParameters, Insutype } from '../../../../rules/policy/parameters.ts';
import type { Grounds } from './finding.ts';

/** A kind of fund 基金支付类型. */
export type FundKind = { readonly code: string; readonly name: string };

const INSURANCES: readonly Insutype[] = ['310', '390'];

/** The policies for 门诊慢特病 of a place on that day; a province's illustrative template is none. */
const policiesOf = ({ library, today }: Grounds, place: string): BenefitParameters[] =>
  INSURANCES.flatMap((insutype) => {
    const answer = library.benefit({ place, insutype, benefit: 'chronic', date: today });
    return answer.outcome === 'found' && answer.parameters.template !== true ? [answer.parameters] : [];
  });

/** Whether the place leaves some visits to 全额垫付; undefined where its policies are not known. */
export const hasFullAdvance = (grounds: Grounds, place: string): boolean | undefined => {
  const policies = policiesOf(grounds, place);
  if (policies.length === 0) return undefined;
  return policies.some(({ full_advance }) => full_advance?.some(({ value }) => value === 'whole') ?? false);
};

/** The funds that may pay for the disease at the place, by its policies of both insurances. */
export const fundsOf = (grounds: Grounds, place: string, disease: string): FundKind[] | undefined => {
  const policies = policiesOf(grounds, place);
  if (policies.length === 0) return undefined;
  const funds = policies.flatMap((policy) => fundsOfPolicy(policy, disease));
  return [...new Map(funds.map((fund) => [fund.fund_pay_type, fund])).values()].map((fund) => ({
    code: fund.fund_pay_type,
    name: fund.fund_pay_type_name,
  }));
};

const fundsOfPolicy = (policy: BenefitParameters, disease: string) => {
  const beyond = [
    [FUNDS.largeExpense, policy.large_expense],
    [seriousIllnessFund(policy.insutype), policy.serious_illness],
    [FUNDS.civilServant, policy.civil_servant],
    [FUNDS.employerSupplement, policy.employer_supplement],
    [FUNDS.disabledSoldier, policy.disabled_soldier],
    [FUNDS.preferential, policy.preferential],
    [FUNDS.assistance, policy.assistance],
  ] as const;
  return [
    poolFund(policy.insutype),
    ...beyond.flatMap(([fund, cases]) => (cases !== undefined && pays(cases, disease) ? [fund] : [])),
  ];
};

/** Some case for this disease pays. */
const pays = (cases: Cases<unknown>, disease: string): boolean =>
  cases.some(
    ({ when, value }) =>
      value !== 'none' && (when.benefit?.includes('chronic') ?? true) && (when.disease?.includes(disease) ?? true),
  );
