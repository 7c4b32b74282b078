import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import type { Names } from '../../../../rules/policy/sheet/condition-in-words.ts';
import { PARAMETER_TITLES } from '../../../../rules/policy/titles.ts';
import type { ParameterName } from '../../../../rules/policy/values.ts';
import type { Block, Row } from '../notice.ts';
import { casesOf, figureLines, groundOf } from './figures.ts';
import type { Unit } from './units.ts';

/** What the table says of every disease; the monthly cap only where the place has one. */
const COLUMNS = ['deductible', 'ratio', 'year_cap', 'month_cap'] as const satisfies readonly ParameterName[];

const NO_BENEFIT = '本地没有这种病的门诊慢特病待遇，费用按普通门诊结算';

/** 起付标准, 支付比例, 限额 of every disease. */
export const diseaseTable = (parameters: BenefitParameters, units: readonly Unit[], names: Names): Block => {
  const columns = COLUMNS.filter((name) => units.some((unit) => isUsed(parameters, name, unit)));
  return {
    kind: 'table',
    heads: ['病种', ...columns.map((name) => PARAMETER_TITLES[name])],
    rows: units.map((unit) => rowOf(parameters, columns, unit, names)),
  };
};

const isUsed = (parameters: BenefitParameters, name: ParameterName, { known }: Unit): boolean =>
  name !== 'month_cap' || casesOf(parameters, name, known).some(({ value }) => value !== 'none');

const rowOf = (parameters: BenefitParameters, columns: readonly ParameterName[], unit: Unit, names: Names): Row => {
  const { label, placed, known } = unit;
  const ground = groundOf(placed.basis);
  if (placed.value === 'none') return [[{ text: label }], [{ text: NO_BENEFIT, ground }]];
  return [
    [{ text: label, ground }],
    ...columns.map((name) => figureLines(name, casesOf(parameters, name, known), names)),
  ];
};
