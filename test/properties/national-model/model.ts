import { msgidOf, type Step } from './step.ts';

/*
 * What the national node should do, written down a second time and as simply as it can be: no books, no hops, no
 * places. A settlement is a number, a state and what it moved.
 */

/** What a settlement took from the account and added to the accumulators, in 分. */
export type Moved = { readonly account: number; readonly accumulators: ReadonlyMap<string, number> };

type Refund = { readonly msgid: string; reversed: boolean };

export type ModelSettlement = {
  readonly msgid: string;
  readonly number: number;
  readonly moved: Moved;
  state: 'effective' | 'refunded' | 'reversed';
  readonly refunds: Refund[];
};

export type Model = {
  readonly settlements: ModelSettlement[];
  /** What came of each msgid: the step that succeeded, or nothing more can come under it. */
  readonly messages: Map<string, Step | 'dead'>;
  /**
   * Messages that were reversed before anybody knew whether they had come, and the numbers under which they would have
   * settled: used up, or not.
   */
  readonly undone: { readonly messages: Set<string>; readonly numbers: Set<number> };
  balance: number;
  readonly used: Map<string, number>;
};

/** repeated: the first answer once more. idle: a success that changes nothing. */
export type Verdict = 'effect' | 'repeated' | 'idle' | 'refused' | 'refused-for-ever';

export const newModel = (balance: number, used: ReadonlyMap<string, number>): Model => ({
  settlements: [],
  messages: new Map(),
  undone: { messages: new Set(), numbers: new Set() },
  balance,
  used: new Map(used),
});

const sameStep = (one: Step, other: Step): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What must be answered to a step. */
export const verdictOf = (model: Model, step: Step): Verdict => {
  const before = model.messages.get(msgidOf(step));
  if (before !== undefined) return before !== 'dead' && sameStep(before, step) ? 'repeated' : 'refused';
  if (step.infno === '1107') return settleVerdict(model, step.number);
  return step.infno === '1203' ? refundVerdict(model, step.number) : reversalVerdict(model, step);
};

/** What an answer means where two are right: of what was undone nobody knows whether it had come. */
export const verdictBy = (model: Model, step: Step, succeeded: boolean): Verdict => {
  const verdict = verdictOf(model, step);
  if (step.infno === '1107' && verdict === 'effect' && model.undone.numbers.has(step.number)) {
    return succeeded ? 'effect' : 'refused';
  }
  if (step.infno === '1301' && verdict === 'refused-for-ever' && model.undone.messages.has(original(step))) {
    return succeeded ? 'idle' : 'refused-for-ever';
  }
  return verdict;
};

const settleVerdict = ({ settlements }: Model, number: number): Verdict =>
  settlements.some((row) => row.number === number) ? 'refused' : 'effect';

/** The settlement under a number: there is never another one. */
export const settlementUnder = ({ settlements }: Model, number: number): ModelSettlement | undefined =>
  settlements.find((row) => row.number === number);

const refundVerdict = (model: Model, number: number): Verdict => {
  const settlement = settlementUnder(model, number);
  if (settlement === undefined || settlement.state === 'reversed') return 'refused';
  return settlement.state === 'refunded' ? 'idle' : 'effect';
};

type Reversal = Extract<Step, { infno: '1301' }>;
const original = ({ oinfno, omsg }: Reversal): string => msgidOf({ infno: oinfno, msg: omsg });

const reversalVerdict = (model: Model, step: Reversal): Verdict => {
  const msgid = original(step);
  const settlement = model.settlements.find((row) => row.msgid === msgid);
  if (settlement?.state === 'reversed') return 'idle';
  if (settlement) return settlement.state === 'refunded' ? 'refused' : 'effect';
  const [refunded, refund] = refundOf(model, msgid);
  if (refunded && refund) {
    if (refund.reversed) return 'idle';
    return model.balance >= refunded.moved.account ? 'effect' : 'refused';
  }
  const came = model.messages.get(msgid);
  return came === undefined || came === 'dead' ? 'refused-for-ever' : 'refused';
};

const refundOf = (
  { settlements }: Model,
  msgid: string,
): readonly [ModelSettlement | undefined, Refund | undefined] => {
  const settlement = settlements.find((row) => row.refunds.some((refund) => refund.msgid === msgid));
  return [settlement, settlement?.refunds.find((refund) => refund.msgid === msgid)];
};

/** Writes down what a step came to; what a settlement moved is told, everything else follows from it. */
export const apply = (model: Model, step: Step, verdict: Verdict, moved?: Moved): void => {
  if (verdict === 'refused' || verdict === 'repeated') return;
  if (verdict === 'refused-for-ever') {
    if (step.infno === '1301') model.messages.set(original(step), 'dead');
    return;
  }
  model.messages.set(msgidOf(step), step);
  if (step.infno === '1301') model.messages.set(original(step), 'dead');
  if (verdict === 'idle') return;
  if (step.infno === '1107') settle(model, step, moved);
  else if (step.infno === '1203') refund(model, step);
  else reverse(model, original(step));
};

const move = (model: Model, { account, accumulators }: Moved, sign: 1 | -1): void => {
  model.balance -= sign * account;
  for (const [key, amount] of accumulators) model.used.set(key, (model.used.get(key) ?? 0) + sign * amount);
};

const settle = (model: Model, step: Extract<Step, { infno: '1107' }>, moved?: Moved): void => {
  const found = moved ?? { account: 0, accumulators: new Map() };
  model.settlements.push({
    msgid: msgidOf(step),
    number: step.number,
    moved: found,
    state: 'effective',
    refunds: [],
  });
  move(model, found, 1);
};

const refund = (model: Model, step: Extract<Step, { infno: '1203' }>): void => {
  const settlement = settlementUnder(model, step.number);
  if (!settlement) return;
  settlement.state = 'refunded';
  settlement.refunds.push({ msgid: msgidOf(step), reversed: false });
  move(model, settlement.moved, -1);
};

const reverse = (model: Model, msgid: string): void => {
  const settlement = model.settlements.find((row) => row.msgid === msgid);
  if (settlement) {
    settlement.state = 'reversed';
    move(model, settlement.moved, -1);
    return;
  }
  const [refunded, refund] = refundOf(model, msgid);
  if (!refunded || !refund) return;
  refund.reversed = true;
  refunded.state = 'effective';
  move(model, refunded.moved, 1);
};
