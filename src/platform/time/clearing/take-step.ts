import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import { conduct, type ConductStep } from '../../domain/clearing/national/conduct.ts';
import type { ClearingFault } from '../../domain/clearing/national/fault.ts';
import type { ClearedMonth } from '../../domain/clearing/national/records.ts';

/** One payer that is late holds the others up in none of these. */
const EACH_FOR_ITSELF: readonly ConductStep[] = ['confirm', 'submit', 'transfer', 'receive'];

/** What came of a step on its day. */
export type Taken<Kept extends ClearedMonth> = {
  readonly record: Kept;
  /** Nothing is left over that would have to be tried again tomorrow. */
  readonly complete: boolean;
  /** It was done for the first time: the next step falls due. */
  readonly goesOn: boolean;
};

/** A step of a month, or of an adjustment of prepayments, by whoever has not done it yet. */
export const takeStep = <Kept extends ClearedMonth>(
  before: Kept,
  step: ConductStep,
  faults: readonly ClearingFault[],
  now: Instant,
): Taken<Kept> => {
  const { month, complete } = conduct(before, step, faults);
  const isFirst = before.done.every((one) => one.step !== step);
  const goesOn = isFirst && (complete || EACH_FOR_ITSELF.includes(step));
  const done = goesOn ? [...before.done, { step, at: dateTimeOf(now) }] : before.done;
  return { record: { ...before, ...month, done }, complete, goesOn };
};
