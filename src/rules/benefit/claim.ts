import { yuan } from '../../kernel/money.ts';
import { accumulatorKey, type Accumulator } from '../ledger/accumulator.ts';
import { deltaOf, moving, type Delta } from '../ledger/delta.ts';
import { capAccumulator, capOf } from './benefit-cap.ts';
import { counted, EVERYTHING } from './counting.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/** 费用分割: what the place of treatment sent. Counts the visit's cost, all of it and the part in scope. */
const run = (state: State): State => {
  const { claim } = state.request;
  const yearOf = (kind: 'F' | 'S') =>
    counted({ kind, counts: 'benefit', cycle: 'year', whole: EVERYTHING }, state.facts, state.asOf);
  const inScope = [yearOf('S'), ...costCaps(state)].map((accumulator) => deltaOf(accumulator, claim.inscp_scp_amt));
  const deltas = moving([deltaOf(yearOf('F'), claim.medfee_sumamt), ...distinct(inScope)]);
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

/** What the caps on cost of this visit count. */
const costCaps = (state: State): Accumulator[] =>
  (['year', 'month'] as const).flatMap((cycle) => {
    const cap = capOf(state, cycle)?.value ?? 'none';
    const { facts, asOf, request } = state;
    return cap !== 'none' && cap.on === 'cost'
      ? [capAccumulator(cap, cycle, request.parameters.insutype, facts, asOf)]
      : [];
  });

const distinct = (deltas: readonly Delta[]): Delta[] => [
  ...new Map(deltas.map((delta) => [accumulatorKey(delta), delta])).values(),
];

export const claim: Step = { run, reads: () => [] };
