import { ZERO } from '../../../../kernel/money.ts';
import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import { PARAMETER_TITLES } from '../../../../rules/policy/titles.ts';
import type { Cap, Deductible } from '../../../../rules/policy/values.ts';
import type { Line } from '../notice.ts';
import { casesOf } from './figures.ts';
import type { Unit } from './units.ts';

const COUNTING = ['deductible', 'year_cap', 'month_cap'] as const;
/** Ways of counting that the figure itself says in full. */
const PLAIN: readonly string[] = ['disease', 'benefit', 'inpatient'];

/** Which diseases a group is: `起付标准 B 组：高血压、糖尿病`. */
export const countedTogether = (parameters: BenefitParameters, units: readonly Unit[]): Line[] =>
  COUNTING.flatMap((name) => {
    const labelled = units.map((unit) => ({ unit, labels: labelsOf(parameters, name, unit) }));
    const labels = [...new Set(labelled.flatMap((one) => one.labels))].sort();
    return labels.map((label) => {
      const group = labelled.filter((one) => one.labels.includes(label)).map(({ unit }) => unit.name);
      return { text: `${PARAMETER_TITLES[name]} ${label} 组：${group.join('、')}。` };
    });
  });

const labelsOf = (parameters: BenefitParameters, name: (typeof COUNTING)[number], { known }: Unit): string[] =>
  casesOf(parameters, name, known).flatMap(({ value }) => {
    const { amount, counts } = value === 'none' ? NOTHING : (value as Deductible | Cap);
    return PLAIN.includes(counts) || (name === 'deductible' && amount === ZERO) ? [] : [counts];
  });

const NOTHING: Pick<Deductible, 'amount' | 'counts'> = { amount: ZERO, counts: 'disease' };
