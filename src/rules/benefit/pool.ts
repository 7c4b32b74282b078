import { must } from '../../kernel/assert.ts';
import { sum, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { distinct, type Accumulator } from '../ledger/accumulator.ts';
import { deltaOf } from '../ledger/delta.ts';
import { inWords, payable } from './bands.ts';
import { cappedAccumulators } from './benefit-cap.ts';
import { counted, tighter, within } from './counting.ts';
import { poolFund } from './fund.ts';
import { pay } from './pay.ts';
import { poolAccumulator } from './pool-cap.ts';
import type { State, Step } from './state.ts';

/** 统筹基金: the ratio of the cost above the deductible, within the caps of benefit and pool. */
const run = (state: State): State => {
  const fund = poolFund(state.request.parameters.insutype);
  const { basis } = state.basic;
  must(basis !== undefined, 'the ratio of the pool is settled before the pool pays');
  const entitled = payable(state.basic.slices);
  const limit = tighter(state.left.benefit, state.left.pool);
  const amount = within(entitled, limit);
  return pay(state, {
    fund,
    rule: 'pool',
    title: fund.fund_pay_type_name,
    base: state.unpaid,
    limit,
    amount,
    text: sentence(state, entitled, amount),
    basis,
    value: percent(state.basic.ratio),
    deltas: accumulators(state).map((accumulator) => deltaOf(accumulator, amount)),
  });
};

const sentence = (state: State, entitled: Fen, amount: Fen): string => {
  if (sum(state.basic.slices.map(({ cost }) => cost)) === ZERO) return '没有可由统筹基金支付的费用。';
  const reckoned = `起付线以上${inWords(state.basic.slices)}为${yuan(entitled)}元`;
  return amount === entitled
    ? `${reckoned}，由统筹基金支付。`
    : `${reckoned}，超过可支付限额，统筹基金支付${yuan(amount)}元。`;
};

/** Everything that a payment of the pool counts towards, each once. */
const accumulators = (state: State): Accumulator[] => {
  const { facts, asOf } = state;
  const { insutype } = state.request.parameters;
  const whole = poolFund(insutype).subject;
  const paidFor = (counts: string) => counted({ kind: 'D', counts, cycle: 'year', whole }, facts, asOf);
  const disease = facts.disease === undefined ? [] : [paidFor('disease')];
  const all = [
    poolAccumulator(insutype, asOf),
    paidFor('benefit'),
    ...disease,
    ...cappedAccumulators(state, undefined),
  ];
  return distinct(all);
};

export const pool: Step = { run, reads: () => [] };
