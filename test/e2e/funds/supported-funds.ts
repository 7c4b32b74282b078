import { must } from '../../../src/kernel/assert.ts';
import type { Library } from '../../../src/platform/domain/library.ts';
import { FUNDS, poolFund, seriousIllnessFund, type Fund } from '../../../src/rules/benefit/fund.ts';
import type { BenefitParameters, Insutype } from '../../../src/rules/policy/parameters.ts';

/** The parameters beside the pool that a fund pays by. */
const fundsBeside = (insutype: Insutype) => ({
  large_expense: FUNDS.largeExpense,
  serious_illness: seriousIllnessFund(insutype),
  civil_servant: FUNDS.civilServant,
  employer_supplement: FUNDS.employerSupplement,
  disabled_soldier: FUNDS.disabledSoldier,
  preferential: FUNDS.preferential,
  assistance: FUNDS.assistance,
  account: FUNDS.account,
});

/** The pool, and each fund whose parameter is there and says something else than `none` in at least one case. */
const fundsOf = (parameters: BenefitParameters): Fund[] => {
  const beside = fundsBeside(parameters.insutype);
  const names = Object.keys(beside) as (keyof typeof beside)[];
  return [
    poolFund(parameters.insutype),
    ...names.filter((name) => parameters[name]?.some(({ value }) => value !== 'none')).map((name) => beside[name]),
  ];
};

/** The codes fund_pay_type of all funds that the policies of a place let pay for 门诊慢特病, of 职工 or 居民. */
export const supportedFunds = ({ benefit }: Library, place: string, date: string): string[] => {
  const codes = (['310', '390'] as const).flatMap((insutype) => {
    const answer = benefit({ place, insutype, benefit: 'chronic', date });
    must(answer.outcome === 'found', `${place} has policies of ${insutype}`);
    return fundsOf(answer.parameters).map(({ fund_pay_type }) => fund_pay_type);
  });
  return [...new Set(codes)].sort();
};
