import { add, share, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { usedOf } from '../ledger/accumulator.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, possible } from '../policy/case.ts';
import type { Assistance } from '../policy/values.ts';
import { leftOf, within, yearly } from './counting.ts';
import { excessOver } from './excess.ts';
import { FUNDS } from './fund.ts';
import { pay } from './pay.ts';
import type { Reads, State, Step } from './state.ts';

const fund = FUNDS.assistance;

/** 医疗救助, the last of the three layers 三重保障: a share of the in-scope remainder of the year above its threshold. */
const run = (state: State): State => {
  const cases = state.request.parameters.assistance;
  if (cases === undefined || state.unpaid === ZERO) return state;
  const { value, basis } = choose(cases, state.facts);
  if (value === 'none') return state;
  const [counted, paid] = [yearly('TS', fund.subject, state.asOf), yearly('D', fund.subject, state.asOf)];
  const countedBefore = usedOf(state.request.used, counted);
  const excess = excessOver(value.threshold, countedBefore, state.unpaid);
  const limit = value.cap === 'none' ? undefined : leftOf(state, value.cap, paid);
  const amount = within(share(excess.amount, value.ratio, 'half-up'), limit);
  return pay(state, {
    fund,
    rule: 'assistance',
    title: fund.fund_pay_type_name,
    base: state.unpaid,
    limit,
    amount,
    text: sentence(value, add(countedBefore, state.unpaid), excess.amount, amount),
    basis,
    value: percent(value.ratio),
    deltas: [deltaOf(counted, state.unpaid), deltaOf(paid, amount)],
  });
};

const sentence = (value: Assistance, counted: Fen, excess: Fen, amount: Fen): string => {
  const head =
    value.threshold === ZERO ? '' : `本年合规自付累计${yuan(counted)}元，救助起付线${yuan(value.threshold)}元，`;
  return excess === ZERO
    ? `${head}未达到救助起付线。`
    : `${head}本次${yuan(excess)}元按${percent(value.ratio)}由医疗救助支付${yuan(amount)}元。`;
};

const reads = ({ parameters, visit, asOf }: Reads) => {
  const values = possible(parameters.assistance ?? [], visit).filter((value) => value !== 'none');
  const threshold = values.some((value) => value.threshold > ZERO);
  const capped = values.some(({ cap }) => cap !== 'none');
  return [
    ...(values.length > 0 && threshold ? [yearly('TS', fund.subject, asOf)] : []),
    ...(capped ? [yearly('D', fund.subject, asOf)] : []),
  ];
};

export const assistance: Step = { run, reads };
