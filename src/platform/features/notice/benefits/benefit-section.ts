import type { PolicyAnswer } from '../../../../rules/policy/find-parameters.ts';
import type { BenefitParameters, Insutype } from '../../../../rules/policy/parameters.ts';
import type { Names } from '../../../../rules/policy/sheet/condition-in-words.ts';
import { INSURANCES } from '../../../../rules/policy/titles.ts';
import { paragraph } from '../blocks.ts';
import { BLANK, type Block, type Section } from '../notice.ts';
import { countedTogether } from './counted-together.ts';
import type { NoticeDisease } from './diseases.ts';
import { diseaseTable } from './disease-table.ts';
import { ruleTable } from './rule-table.ts';
import { unitsOf } from './units.ts';

/** The insurances of a notice, in the order of the template. */
export const INSUTYPES: readonly Insutype[] = ['310', '390'];

/** What an insurance of the place pays for the diseases; a visible blank where there is no policy. */
export const benefitSection = (
  insutype: Insutype,
  policy: PolicyAnswer,
  diseases: readonly NoticeDisease[],
  names: Names,
): Section => ({
  level: 3,
  heading: `${INSUTYPES.indexOf(insutype) + 1}. ${INSURANCES[insutype]}`,
  blocks:
    policy.outcome === 'found'
      ? benefitBlocks(policy.parameters, diseases, names)
      : [paragraph({ text: `${policy.text}${BLANK}` })],
});

const benefitBlocks = (parameters: BenefitParameters, diseases: readonly NoticeDisease[], names: Names): Block[] => {
  const units = unitsOf(parameters, diseases);
  const paid = units.filter(({ placed }) => placed.value !== 'none');
  return [
    diseaseTable(parameters, units, names),
    ...countedTogether(parameters, paid).map(paragraph),
    ruleTable(parameters, paid, names),
  ];
};
