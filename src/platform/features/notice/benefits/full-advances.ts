import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import { conditionInWords, type Names } from '../../../../rules/policy/sheet/condition-in-words.ts';
import { INSURANCES } from '../../../../rules/policy/titles.ts';
import type { Line } from '../notice.ts';
import { casesOf, groundOf } from './figures.ts';
import { FAR_FILINGS } from './units.ts';

/** The visits that the place leaves to manual reimbursement 全额垫付, for the range of 手工报销. */
export const fullAdvances = (parameters: BenefitParameters, names: Names): Line[] =>
  casesOf(parameters, 'full_advance', { benefit: 'chronic', filings: FAR_FILINGS })
    .filter(({ value }) => value === 'whole')
    .map(({ when, basis }) => ({
      text: `${INSURANCES[parameters.insutype]}，${conditionInWords(when, names) || '全部'}：本地规定全额垫付的费用。`,
      ground: groundOf(basis),
    }));
