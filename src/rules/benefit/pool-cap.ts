import { yuan } from '../../kernel/money.ts';
import { usedOf, type Accumulator } from '../ledger/accumulator.ts';
import type { AsOf } from '../ledger/period.ts';
import { choose, possible } from '../policy/case.ts';
import type { Insutype } from '../policy/parameters.ts';
import { leftOf, yearly } from './counting.ts';
import { explain } from './explain.ts';
import { poolFund } from './fund.ts';
import type { State, Step } from './state.ts';

/** What the pool has paid in the year for all kinds of treatment. */
export const poolAccumulator = (insutype: Insutype, asOf: AsOf): Accumulator =>
  yearly('D', poolFund(insutype).subject, asOf);

/** 统筹基金最高支付限额: what the pool may still pay in the year, 住院 included. */
const run = (state: State): State => {
  const { parameters, used } = state.request;
  const { value, basis } = choose(parameters.pool_cap, state.facts);
  if (value === 'none') return state;
  const accumulator = poolAccumulator(parameters.insutype, state.asOf);
  const left = leftOf(state, value, accumulator);
  const reason = {
    rule: 'pool-cap',
    title: '统筹基金最高支付限额',
    text:
      `统筹基金年度最高支付限额${yuan(value)}元，本年已支付${yuan(usedOf(used, accumulator))}元，` +
      `还可支付${yuan(left)}元。`,
    amount: left,
    basis,
    value: `${yuan(value)}元`,
  };
  return explain(state, reason, { left: { ...state.left, pool: left } });
};

export const poolCap: Step = {
  run,
  reads: ({ parameters, visit, asOf }) =>
    possible(parameters.pool_cap, visit).some((cap) => cap !== 'none')
      ? [poolAccumulator(parameters.insutype, asOf)]
      : [],
};
