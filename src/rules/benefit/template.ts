import { ZERO } from '../../kernel/money.ts';
import { placeName, provinceName } from '../../kernel/admdvs.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import { explain } from './explain.ts';
import type { Step } from './state.ts';

/** What is to be said of a settlement by a province's template. */
export const templateNotice = ({ place }: BenefitParameters): string =>
  `没有${placeName(place)}的政策数据，按${provinceName(place)}示意模板计算，不是当地政策。`;

/** Says at once that the figures are illustrative 示意模板. */
export const template: Step = {
  run: (state) => {
    const { parameters } = state.request;
    if (parameters.template !== true) return state;
    return explain(state, { rule: 'template', title: '示意模板', text: templateNotice(parameters), amount: ZERO });
  },
  reads: () => [],
};
