import { yuan } from '../../kernel/money.ts';
import { cash } from './cash.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/**
 * 全额垫付 (acceptance script of the national platform, row 14: 视参保地规则): no fund pays, nothing is counted; the person
 * pays in cash and is reimbursed at home 手工报销. That this is what it means is our reading.
 */
const run = (state: State): State =>
  explain(state, {
    rule: 'full-advance',
    title: '全额垫付',
    text: `按全额垫付结算：各项基金均不支付，${yuan(state.open)}元由个人先行支付，回参保地手工报销。`,
    amount: state.open,
  });

/** The steps of such a settlement. */
export const FULL_ADVANCE_STEPS: readonly Step[] = [{ run, reads: () => [] }, cash];
