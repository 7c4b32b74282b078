import { atLeastZero, share, subtract, yuan, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { usedOf, type Accumulator } from '../ledger/accumulator.ts';
import type { AsOf, Cycle } from '../ledger/period.ts';
import { choose, possible, type Case, type VisitFacts } from '../policy/case.ts';
import type { Insutype } from '../policy/parameters.ts';
import type { Cap, None } from '../policy/values.ts';
import { costCovered, cutAt } from './bands.ts';
import { counted, EVERYTHING, leftOf, tighter } from './counting.ts';
import { explain } from './explain.ts';
import { poolFund } from './fund.ts';
import { raisedForSeveralDiseases } from './several-diseases.ts';
import type { Changes, Reads, State, Step } from './state.ts';

const CYCLES = ['year', 'month'] as const satisfies readonly Cycle[];

const NAMES = {
  year: { rule: 'year-cap', title: '年度限额', span: '本年' },
  month: { rule: 'month-cap', title: '月度限额', span: '本月' },
} as const satisfies Record<Cycle, unknown>;

/** What a cap counts: what the pool has paid, or the in-scope cost, of all that counts together. */
const capAccumulator = (cap: Cap, cycle: Cycle, insutype: Insutype, visit: VisitFacts, asOf: AsOf): Accumulator => {
  const { counts } = cap;
  return cap.on === 'cost'
    ? counted({ kind: 'S', counts, cycle, whole: EVERYTHING }, visit, asOf)
    : counted({ kind: 'D', counts, cycle, whole: poolFund(insutype).subject }, visit, asOf);
};

/** The case of the benefit's cap for the year or the month. */
const capOf = (state: State, cycle: Cycle): Case<Cap | None> | undefined => {
  const { year_cap, month_cap } = state.request.parameters;
  const cases = cycle === 'year' ? year_cap : month_cap;
  return cases === undefined ? undefined : choose(cases, state.facts);
};

/** What the caps of this visit count: those on payment, or those on cost. */
export const cappedAccumulators = (state: State, on: Cap['on']): Accumulator[] =>
  CYCLES.flatMap((cycle) => {
    const cap = capOf(state, cycle)?.value ?? 'none';
    const { request, facts, asOf } = state;
    const { insutype } = request.parameters;
    return cap === 'none' || cap.on !== on ? [] : [capAccumulator(cap, cycle, insutype, facts, asOf)];
  });

/** 限额 of the benefit: what disease, group or benefit may still draw from the pool this year and this month. */
const run = (state: State): State => limited(limited(state, 'year'), 'month');

const limited = (state: State, cycle: Cycle): State => {
  const chosen = capOf(state, cycle);
  if (chosen === undefined || chosen.value === 'none') return state;
  const raised = cycle === 'year' ? raisedForSeveralDiseases(state, chosen.value) : { state, cap: chosen.value };
  return explainCap(raised.state, raised.cap, cycle, chosen);
};

const explainCap = (state: State, cap: Cap, cycle: Cycle, { basis }: Case<unknown>): State => {
  const accumulator = capAccumulator(cap, cycle, state.request.parameters.insutype, state.facts, state.asOf);
  const left: Fen = leftOf(state, cap.amount, accumulator);
  const { rule, title, span } = NAMES[cycle];
  const usedBefore = yuan(usedOf(state.request.used, accumulator));
  const so =
    cap.on === 'cost'
      ? `${span}已计入费用${usedBefore}元，还可计入${yuan(left)}元`
      : `${span}统筹已支付${usedBefore}元，还可支付${yuan(left)}元`;
  const beyond = cap.above === undefined ? '' : `，超过部分按${percent(cap.above)}`;
  const reason = {
    rule,
    title,
    text: `${title}${yuan(cap.amount)}元，${so}${beyond}。`,
    amount: left,
    basis,
    value: `${yuan(cap.amount)}元`,
  };
  return explain(state, reason, effectOf(state, cap, left));
};

/**
 * A plain cap limits the payment. A cap on cost, and one above which another ratio holds, change what is reckoned
 * instead: cost within the cap at its ratio, cost beyond at the other, or at none.
 */
const effectOf = (state: State, cap: Cap, left: Fen): Changes => {
  const { slices } = state.basic;
  if (cap.on === undefined && cap.above === undefined) {
    return { left: { ...state.left, benefit: tighter(state.left.benefit, left) } };
  }
  const within = cap.on === 'cost' ? reckonedCost(state, left) : costCovered(slices, left);
  return { basic: { ...state.basic, slices: cutAt(slices, within, cap.above) } };
};

/** Of so much in-scope cost what the ratio applies to: less the deductible, less the first self-pay of the rest. */
const reckonedCost = ({ basic, request, facts }: State, cost: Fen): Fen => {
  const above = atLeastZero(subtract(cost, basic.deductible));
  const offsite = choose(request.parameters.offsite, facts).value;
  const first = offsite === 'none' ? undefined : offsite.first_self_pay;
  return first === undefined ? above : subtract(above, share(above, first, 'half-up'));
};

const readsOf = ({ parameters, visit, asOf }: Reads, cycle: Cycle): Accumulator[] =>
  possible((cycle === 'year' ? parameters.year_cap : parameters.month_cap) ?? [], visit).flatMap((cap) =>
    cap === 'none' ? [] : [capAccumulator(cap, cycle, parameters.insutype, visit, asOf)],
  );

export const benefitCap: Step = {
  run,
  reads: (reads) => [...readsOf(reads, 'year'), ...readsOf(reads, 'month')],
};
