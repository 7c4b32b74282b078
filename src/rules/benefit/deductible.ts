import { add, atLeastZero, least, share, subtract, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { usedOf, type Accumulator } from '../ledger/accumulator.ts';
import { deltaOf, moving } from '../ledger/delta.ts';
import type { AsOf } from '../ledger/period.ts';
import { choose, possible, type Case, type Facts, type VisitFacts } from '../policy/case.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import type { Deductible } from '../policy/values.ts';
import { counted, EVERYTHING } from './counting.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

const PER: Readonly<Record<Deductible['per'], string>> = { year: '年度', month: '月度', visit: '每次' };

/** 起付线: the person bears the first in-scope cost of the period, as far as it has not been borne yet. */
const run = (state: State): State => {
  const { value: standard, basis } = standardOf(state);
  const accumulator = accumulatorOf(standard, state.facts, state.asOf);
  const borneBefore = accumulator === undefined ? ZERO : usedOf(state.request.used, accumulator);
  const amount = least(state.unpaid, atLeastZero(subtract(standard.amount, borneBefore)));
  const deltas = accumulator === undefined ? [] : moving([deltaOf(accumulator, amount)]);
  const reason = {
    rule: 'deductible',
    title: '起付线',
    text: sentence(standard, borneBefore, amount),
    amount,
    basis,
    value: `${yuan(standard.amount)}元`,
  };
  return explain(state, reason, {
    basic: { ...state.basic, deductible: amount },
    deltas: [...state.deltas, ...deltas],
  });
};

/** Mechanism (d) of 异地就医: another amount stands in for the usual one; what counts together stays. */
const standardOf = ({ request: { parameters }, facts }: State): Case<Deductible> => {
  const usual = loweredFor(parameters, facts);
  const offsite = choose(parameters.offsite, facts);
  if (offsite.value === 'none' || offsite.value.deductible === undefined) return usual;
  return { ...offsite, value: { ...usual.value, amount: offsite.value.deductible } };
};

/** The usual standard; certain persons bear only a share of it. */
const loweredFor = (parameters: BenefitParameters, facts: Facts): Case<Deductible> => {
  const usual = choose(parameters.deductible, facts);
  if (parameters.deductible_factor === undefined) return usual;
  const { value, basis } = choose(parameters.deductible_factor, facts);
  if (value === 'none') return usual;
  const amount = share(usual.value.amount, value.factor, 'half-up');
  return { ...usual, basis, value: { ...usual.value, amount } };
};

const accumulatorOf = ({ per, counts }: Deductible, visit: VisitFacts, asOf: AsOf): Accumulator | undefined =>
  per === 'visit' ? undefined : counted({ kind: 'Q', counts, cycle: per, whole: EVERYTHING }, visit, asOf);

const sentence = (standard: Deductible, borneBefore: Fen, amount: Fen): string => {
  if (standard.amount === ZERO) return '不设起付线。';
  const head = `${PER[standard.per]}起付线${yuan(standard.amount)}元`;
  if (standard.per === 'visit') return `${head}，本次由个人负担${yuan(amount)}元。`;
  const total = yuan(add(borneBefore, amount));
  return `${head}，此前已负担${yuan(borneBefore)}元，本次负担${yuan(amount)}元，累计${total}元。`;
};

export const deductible: Step = {
  run,
  reads: ({ parameters, visit, asOf }) =>
    possible(parameters.deductible, visit).flatMap((value) => accumulatorOf(value, visit, asOf) ?? []),
};
