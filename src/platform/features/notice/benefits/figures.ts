import { ZERO } from '../../../../kernel/money.ts';
import type { Basis } from '../../../../rules/policy/basis.ts';
import type { Case, Cases } from '../../../../rules/policy/case.ts';
import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import { conditionInWords, type Names } from '../../../../rules/policy/sheet/condition-in-words.ts';
import { narrowed, type Known } from '../../../../rules/policy/sheet/narrowed.ts';
import { valueInWords } from '../../../../rules/policy/sheet/value-in-words.ts';
import type { Deductible, ParameterName } from '../../../../rules/policy/values.ts';
import type { Ground, Line } from '../notice.ts';

/** The cases of a parameter that may be met, and nothing where the place does not have the mechanism. */
export const casesOf = (parameters: BenefitParameters, name: ParameterName, known: Known): Case<unknown>[] => {
  const cases: Cases<unknown> | undefined = parameters[name];
  return cases === undefined ? [] : narrowed(cases, known);
};

export const groundOf = ({ source, mark, status, note }: Basis): Ground => ({
  source,
  mark,
  status,
  ...(note !== undefined && { note }),
});

/** What 无 means to a patient. */
const NONE: Readonly<Partial<Record<ParameterName, string>>> = {
  offsite: '与在参保地就医相同',
  year_cap: '不单设',
  month_cap: '不单设',
  pool_cap: '不设',
  full_advance: '不用全额垫付',
};

/** A value for patients: `700元，每年，B 组合并累计`. */
export const valueForPatients = (name: ParameterName, value: unknown): string => {
  if (value === 'none') return NONE[name] ?? valueInWords(name, value);
  if (name === 'deductible' && (value as Deductible).amount === ZERO) return '不设';
  return valueInWords(name, value);
};

/** Figures one under the other, each with its condition: `退休，三级医疗机构：60%`. */
export const figureLines = (name: ParameterName, cases: readonly Case<unknown>[], names: Names): Line[] =>
  cases.map(({ when, value, basis }) => {
    const condition = conditionInWords(when, names) || (cases.length === 1 ? '' : '其余');
    const said = valueForPatients(name, value);
    return { text: condition === '' ? said : `${condition}：${said}`, ground: groundOf(basis) };
  });
