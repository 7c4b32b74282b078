import { yuan } from '../../kernel/money.ts';
import { choose, type Facts } from '../policy/case.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import { cash } from './cash.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';
import { template } from './template.ts';

/** Whether the place leaves this visit to 全额垫付. */
export const isFullAdvance = ({ full_advance }: BenefitParameters, facts: Facts): boolean =>
  full_advance !== undefined && choose(full_advance, facts).value === 'whole';

/**
 * 全额垫付 (acceptance script of the national platform, row 14: 视参保地规则): no fund pays, nothing is counted; the person
 * pays in cash and is reimbursed at home 手工报销. That this is what it means is our reading.
 */
const run = (state: State): State => {
  const cases = state.request.parameters.full_advance ?? [];
  const { basis } = choose(cases, state.facts);
  return explain(state, {
    rule: 'full-advance',
    title: '全额垫付',
    text: `按全额垫付结算：各项基金均不支付，${yuan(state.open)}元由个人先行支付，回参保地手工报销。`,
    amount: state.open,
    basis,
    value: '全额垫付',
  });
};

/** The steps of such a settlement. */
export const FULL_ADVANCE_STEPS: readonly Step[] = [template, { run, reads: () => [] }, cash];
