/** What the tester does: to the voucher, to its red voucher, to the settlement; or lets the check happen. */
export type Step =
  | 'upload' | 'upload-bad' | 'again' | 'again-bad' | 'red' | 'red-bad' | 'red-again' | 'refund' | 'wait'
  | 'applying' | 'reimbursed' | 'none' | 'reversed'; // prettier-ignore

export const STEPS: readonly Step[] = [
  'upload', 'upload-bad', 'again', 'again-bad', 'red', 'red-bad', 'red-again', 'refund', 'wait', 'wait', 'wait',
  'applying', 'reimbursed', 'none', 'reversed',
]; // prettier-ignore

type State = 'none' | 'received' | 'failed' | 'normal';

/** One settlement, its voucher and its red voucher, in the fewest words that say what 5501 must answer. */
export type Model = {
  readonly state: State;
  readonly reim: '0' | '1' | '2';
  readonly rhred: '0' | '1';
  readonly redState: State;
  /** The red voucher took the voucher back: not the finance side. */
  readonly byRed: boolean;
  readonly refunded: boolean;
  /** What waits for its check, oldest first. */
  readonly waiting: readonly { readonly of: 'voucher' | 'red'; readonly good: boolean; readonly again: boolean }[];
};

export const START: Model = {
  state: 'none', reim: '0', rhred: '0', redState: 'none', byRed: false, refunded: false, waiting: [],
}; // prettier-ignore

/** What a step must come to: `ok`, or that it is not taken; and the model after it. */
export type After = { readonly outcome: 'ok' | 'refused' | 'impossible'; readonly model: Model };

const ok = (model: Model): After => ({ outcome: 'ok', model });
const refused = (model: Model): After => ({ outcome: 'refused', model });
const impossible = (model: Model): After => ({ outcome: 'impossible', model });

const isWaiting = ({ waiting }: Model, of: 'voucher' | 'red') => waiting.some((one) => one.of === of);
const queued = (model: Model, of: 'voucher' | 'red', good: boolean, again: boolean): Model => ({
  ...model,
  waiting: [...model.waiting, { of, good, again }],
});

export const expected = (model: Model, step: Step): After => {
  switch (step) {
    case 'upload':
    case 'upload-bad':
      // Under a number that is there already nothing changes.
      if (model.state !== 'none') return ok(model);
      return ok({ ...queued(model, 'voucher', step === 'upload', false), state: 'received' });
    case 'again':
    case 'again-bad':
      return again(model, step === 'again');
    case 'red':
    case 'red-bad':
      return red(model, step === 'red');
    case 'red-again':
      if (model.state !== 'normal' || model.redState === 'none') return impossible(model);
      if (isWaiting(model, 'red')) return refused(model);
      return ok({
        ...queued(model, 'red', true, true),
        redState: model.redState === 'failed' ? 'received' : model.redState,
      });
    case 'refund':
      return model.refunded ? refused(model) : ok({ ...model, refunded: true });
    case 'wait':
      return ok({ ...model.waiting.reduce(checked, model), waiting: [] });
    case 'applying':
    case 'reimbursed':
    case 'none':
    case 'reversed':
      return markedAs(model, step);
  }
};

const again = (model: Model, good: boolean): After => {
  if (model.state === 'none') return impossible(model);
  if (model.reim === '1' || model.rhred === '1' || isWaiting(model, 'voucher')) return refused(model);
  return ok({ ...queued(model, 'voucher', good, true), state: model.state === 'failed' ? 'received' : model.state });
};

const red = (model: Model, good: boolean): After => {
  if (model.state !== 'normal') return impossible(model);
  if (model.redState !== 'none') return ok(model);
  return ok({ ...queued(model, 'red', good, false), redState: 'received' });
};

const checked = (model: Model, { of, good, again: isAgain }: Model['waiting'][number]): Model => {
  if (of === 'voucher') {
    const used = isAgain && (model.reim === '1' || model.rhred === '1');
    const isGood = good && !model.refunded && !used;
    return { ...model, state: isGood || model.state === 'normal' ? 'normal' : 'failed' };
  }
  const open = model.rhred === '0' || model.byRed;
  if (good && open && model.reim !== '1') return { ...model, redState: 'normal', rhred: '1', byRed: true };
  return { ...model, redState: model.redState === 'normal' ? 'normal' : 'failed' };
};

const markedAs = (model: Model, mark: 'applying' | 'reimbursed' | 'none' | 'reversed'): After => {
  const { state, rhred, reim } = model;
  if (state === 'none') return impossible(model);
  if (state !== 'normal' || rhred === '1') return refused(model);
  if (mark === 'reversed') return reim === '0' ? ok({ ...model, rhred: '1' }) : refused(model);
  if (mark === 'applying') return reim === '0' ? ok({ ...model, reim: '2' }) : refused(model);
  if (reim !== '2') return refused(model);
  return ok({ ...model, reim: mark === 'reimbursed' ? '1' : '0' });
};
