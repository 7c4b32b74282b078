import { add, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { usedOf } from '../ledger/accumulator.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, possible } from '../policy/case.ts';
import type { SeriousIllness } from '../policy/values.ts';
import { inWords, payable, slice } from './bands.ts';
import { leftOf, within, yearly } from './counting.ts';
import { excessOver } from './excess.ts';
import { seriousIllnessFund } from './fund.ts';
import { pay } from './pay.ts';
import type { Reads, Slice, State, Step } from './state.ts';

/**
 * 大病保险: bands on what the in-scope self-pay of the year exceeds the threshold by. Self-pay is the in-scope cost that no
 * fund has paid so far, and 先行自付 where the place counts it; 全自费 and 超限价 never.
 */
const run = (state: State): State => {
  const { serious_illness, insutype } = state.request.parameters;
  if (serious_illness === undefined) return state;
  const { value, basis } = choose(serious_illness, state.facts);
  if (value === 'none') return state;
  const fund = seriousIllnessFund(insutype);
  const [counted, paid] = [yearly('TS', fund.subject, state.asOf), yearly('D', fund.subject, state.asOf)];
  const base = value.base_includes_preself ? add(state.unpaid, state.preself) : state.unpaid;
  if (base === ZERO) return state;
  const countedBefore = usedOf(state.request.used, counted);
  const excess = excessOver(value.threshold, countedBefore, base);
  const slices = slice(value.bands, excess.position, excess.amount);
  const limit = value.cap === 'none' ? undefined : leftOf(state, value.cap, paid);
  const amount = within(payable(slices), limit);
  return pay(state, {
    fund,
    rule: 'serious-illness',
    title: fund.fund_pay_type_name,
    base,
    limit,
    amount,
    text: sentence(value, add(countedBefore, base), slices, amount),
    basis,
    value: `起付${yuan(value.threshold)}元`,
    deltas: [deltaOf(counted, base), deltaOf(paid, amount)],
  });
};

const sentence = (value: SeriousIllness, counted: Fen, slices: readonly Slice[], amount: Fen): string => {
  const head = `本年合规自付累计${yuan(counted)}元，大病起付线${yuan(value.threshold)}元`;
  if (amount === ZERO && counted <= value.threshold) return `${head}，未达到起付线。`;
  return `${head}，本次超过部分${inWords(slices)}，支付${yuan(amount)}元。`;
};

const reads = ({ parameters, visit, asOf }: Reads) => {
  const { subject } = seriousIllnessFund(parameters.insutype);
  const values = possible(parameters.serious_illness ?? [], visit).filter((value) => value !== 'none');
  const capped = values.some(({ cap }) => cap !== 'none');
  return [...(values.length > 0 ? [yearly('TS', subject, asOf)] : []), ...(capped ? [yearly('D', subject, asOf)] : [])];
};

export const seriousIllness: Step = { run, reads };
