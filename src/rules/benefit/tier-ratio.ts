import { add, subtract, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { usedOf, type Accumulator } from '../ledger/accumulator.ts';
import type { AsOf } from '../ledger/period.ts';
import { choose, possible, type VisitFacts } from '../policy/case.ts';
import type { Bands } from '../policy/values.ts';
import { inWords, payable, slice, wholeRatio } from './bands.ts';
import { counted, EVERYTHING } from './counting.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/**
 * 支付比例: the ratio of the pool for the cost above the deductible, by class, level and person. Bands are counted on the
 * year's in-scope cost, the deductible included.
 */
const run = (state: State): State => {
  const { value: bands, basis } = choose(state.request.parameters.ratio, state.facts);
  const cost = subtract(state.unpaid, state.basic.deductible);
  const slices = slice(bands, add(positionOf(state, bands), state.basic.deductible), cost);
  const ratio = wholeRatio(slices);
  const reason = {
    rule: 'tier-ratio',
    title: '支付比例',
    text:
      cost === ZERO
        ? '未超过起付线，统筹基金不支付。'
        : `起付线以上${inWords(slices)}，应支付${yuan(payable(slices))}元。`,
    amount: payable(slices),
    basis,
    value: percent(ratio),
  };
  return explain(state, reason, { basic: { ...state.basic, slices, ratio, basis } });
};

const costOfYear = (visit: VisitFacts, asOf: AsOf): Accumulator =>
  counted({ kind: 'S', counts: 'benefit', cycle: 'year', whole: EVERYTHING }, visit, asOf);

const isBanded = (bands: Bands): boolean => bands.length > 1;

/** Where this claim begins on the scale. A flat ratio has no scale, and asks for no accumulator. */
const positionOf = (state: State, bands: Bands): Fen =>
  isBanded(bands) ? usedOf(state.request.used, costOfYear(state.facts, state.asOf)) : ZERO;

export const tierRatio: Step = {
  run,
  reads: ({ parameters, visit, asOf }) =>
    possible(parameters.ratio, visit).some(isBanded) ? [costOfYear(visit, asOf)] : [],
};
