import type { Case, Filing } from '../../../../rules/policy/case.ts';
import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import { conditionInWords, type Names } from '../../../../rules/policy/sheet/condition-in-words.ts';
import { PARAMETER_TITLES } from '../../../../rules/policy/titles.ts';
import type { ParameterName } from '../../../../rules/policy/values.ts';
import type { Block, Row } from '../notice.ts';
import { alike } from './alike.ts';
import { casesOf, groundOf, valueForPatients } from './figures.ts';
import { FAR_FILINGS, type Unit } from './units.ts';

/** What is said after the figures of the diseases, in the order in which it matters to a patient. */
const RULES = [
  'offsite', 'full_advance', 'deductible_factor', 'ratio_bonus', 'several_diseases', 'pool_cap', 'large_expense',
  'serious_illness', 'civil_servant', 'employer_supplement', 'disabled_soldier', 'preferential', 'assistance',
  'account',
] as const satisfies readonly ParameterName[]; // prettier-ignore

/** What goes with the benefits: how it differs by filing, bonuses, what stands above the pool. */
export const ruleTable = (parameters: BenefitParameters, units: readonly Unit[], names: Names): Block => ({
  kind: 'table',
  heads: ['规则', '病种', '条件', '内容'],
  rows: RULES.flatMap((name) => rowsOf(parameters, name, units, names)),
});

const rowsOf = (parameters: BenefitParameters, name: ParameterName, units: readonly Unit[], names: Names): Row[] => {
  const groups = alike(units, (unit) => byFiling(parameters, name, unit));
  return groups.flatMap((group) => {
    const diseases = groups.length === 1 ? '全部' : group.map((unit) => unit.name).join('、');
    const cases = met(name, byFiling(parameters, name, group[0]));
    return cases.map(({ when, value, basis }, index): Row => [
      ...(index === 0 ? [[{ text: PARAMETER_TITLES[name] }], [{ text: diseases }]] : AS_ABOVE),
      [{ text: conditionInWords(when, names) || (cases.length === 1 ? '全部' : '其余') }],
      [{ text: valueForPatients(name, value), ground: groundOf(basis) }],
    ]);
  });
};

/** A cell that repeats the one above it is empty. */
const AS_ABOVE: Row = [[], []];

type OfFiling = { readonly filing: Filing; readonly cases: readonly Case<unknown>[] };

const byFiling = (parameters: BenefitParameters, name: ParameterName, { known }: Unit): OfFiling[] =>
  FAR_FILINGS.map((filing) => ({ filing, cases: casesOf(parameters, name, { ...known, filings: [filing] }) }));

/** The cases of each filing, filings with the same ones together; nothing where the place has no such rule. */
const met = (name: ParameterName, filings: readonly OfFiling[]): readonly Case<unknown>[] => {
  const all = alike(filings, ({ cases }) => cases).flatMap((group) =>
    group[0].cases.map((one) =>
      under(
        group.map(({ filing }) => filing),
        one,
      ),
    ),
  );
  return name === 'offsite' ? all : withoutRest(all);
};

const under = (filings: readonly Filing[], one: Case<unknown>): Case<unknown> =>
  filings.length === FAR_FILINGS.length ? one : { ...one, when: { filing: filings, ...one.when } };

/** That all others get nothing need not be said. */
const withoutRest = (cases: readonly Case<unknown>[]): readonly Case<unknown>[] => {
  const last = cases.findLastIndex(({ when, value }) => value !== 'none' || Object.keys(when).length > 0);
  return cases.every(({ value }) => value === 'none') ? [] : cases.slice(0, last + 1);
};
