import { must } from '../../kernel/assert.ts';
import { atLeastZero, least, subtract, type Fen } from '../../kernel/money.ts';
import { cumTypeCode, usedOf, type Accumulator, type Care, type Kind } from '../ledger/accumulator.ts';
import { periodOf, type AsOf, type Cycle } from '../ledger/period.ts';
import type { Benefit, VisitFacts } from '../policy/case.ts';
import type { Counts } from '../policy/values.ts';
import type { State } from './state.ts';

const CARE_OF: Readonly<Record<Benefit, Care>> = { chronic: '14', general: '11' };

/** 14 门诊慢特病 or 11 普通门诊. */
export const careOf = ({ benefit }: VisitFacts): Care => CARE_OF[benefit];

/** What an accumulator counts; `whole` is the subject that stands for all visits: everything, or a fund. */
export type Counting = { readonly kind: Kind; readonly counts: Counts; readonly cycle: Cycle; readonly whole: string };

/** The subject of everything. */
export const EVERYTHING = '0000';

/** The accumulator of what counts together: one disease, a group, the benefit, or all together with 住院. */
export const counted = ({ kind, counts, cycle, whole }: Counting, visit: VisitFacts, asOf: AsOf): Accumulator => ({
  cum_type_code: cumTypeCode(kind, subjectOf(counts, whole, visit), counts === 'inpatient' ? '21' : careOf(visit)),
  period: periodOf(cycle, asOf),
});

const subjectOf = (counts: Counts, whole: string, visit: VisitFacts): string => {
  if (counts === 'benefit' || counts === 'inpatient') return whole;
  if (counts !== 'disease') return counts;
  must(visit.disease !== undefined, 'what counts by disease is asked of a visit with a disease');
  return visit.disease;
};

/** The accumulator of a fund over all kinds of treatment in the year: `D310101`. */
export const yearly = (kind: Kind, subject: string, asOf: AsOf): Accumulator => ({
  cum_type_code: cumTypeCode(kind, subject),
  period: periodOf('year', asOf),
});

/** What is left of a limit. */
export const leftOf = (state: State, limit: Fen, accumulator: Accumulator): Fen =>
  atLeastZero(subtract(limit, usedOf(state.request.used, accumulator)));

/** The smaller of two limits, where undefined is none. */
export const tighter = (one: Fen | undefined, other: Fen | undefined): Fen | undefined => {
  if (one === undefined) return other;
  return other === undefined ? one : least(one, other);
};

/** An amount kept within a limit. */
export const within = (amount: Fen, limit: Fen | undefined): Fen =>
  limit === undefined ? amount : least(amount, limit);
