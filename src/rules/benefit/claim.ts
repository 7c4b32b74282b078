import { yuan } from '../../kernel/money.ts';
import { distinct } from '../ledger/accumulator.ts';
import { deltaOf, moving } from '../ledger/delta.ts';
import { cappedAccumulators } from './benefit-cap.ts';
import { counted, EVERYTHING } from './counting.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/** 费用分割: what the place of treatment sent. Counts the visit's cost, all of it and the part in scope. */
const run = (state: State): State => {
  const { claim } = state.request;
  const yearOf = (kind: 'F' | 'S') =>
    counted({ kind, counts: 'benefit', cycle: 'year', whole: EVERYTHING }, state.facts, state.asOf);
  const inScope = distinct([yearOf('S'), ...cappedAccumulators(state, 'cost')]);
  const deltas = moving([
    deltaOf(yearOf('F'), claim.medfee_sumamt),
    ...inScope.map((accumulator) => deltaOf(accumulator, claim.inscp_scp_amt)),
  ]);
  const reason = {
    rule: 'claim',
    title: '费用分割',
    text:
      `医疗费总额${yuan(claim.medfee_sumamt)}元：全自费${yuan(claim.fulamt_ownpay_amt)}元，` +
      `超限价自费${yuan(claim.overlmt_selfpay)}元，先行自付${yuan(claim.preselfpay_amt)}元，` +
      `符合政策范围${yuan(claim.inscp_scp_amt)}元。`,
    amount: claim.inscp_scp_amt,
  };
  return explain(state, reason, { deltas: [...state.deltas, ...deltas] });
};

export const claim: Step = { run, reads: () => [] };
