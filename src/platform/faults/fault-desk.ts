import { spent } from '../../kernel/fault/plan.ts';
import type { Call } from '../../kernel/fault/call.ts';
import type { Effects } from '../../kernel/fault/effect.ts';
import type { Fault } from '../../kernel/fault/fault.ts';
import { mismatch } from '../../kernel/fault/mismatch.ts';
import type { Fired } from '../domain/firing.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader, Writer } from '../store/port.ts';
import type { FormProblem } from '../wire/read-form.ts';
import { callOf, type Target } from './call-of.ts';
import { ofTheMoment } from './of-the-moment.ts';
import { spendAccount } from './spend-account.ts';
import { strike } from './strike.ts';

/** The faults of a workspace. */
export type FaultDesk = {
  /**
   * What strikes a message, or why the fault that it orders for itself cannot be had. Undefined at once where
   * nothing is armed for it: then it costs nothing. Resolves when the firings are committed.
   */
  readonly strike: (target: Target) => Promise<(Effects & { readonly fired: readonly Fired[] }) | Refusal> | undefined;
};

/** What the desk is given: the book, the way to write into it, and how the workspace behaves. */
export type FaultParts = {
  readonly reader: Reader;
  readonly submit: <T>(turn: (writer: Writer) => T) => Promise<T>;
  readonly settings: () => Settings;
};

export const openFaultDesk = ({ reader, submit, settings }: FaultParts): FaultDesk => ({
  strike: (target) => {
    const armed = reader.faults();
    const moment = ofTheMoment(target, settings());
    if (!moment.ok) return Promise.resolve(headerRefused(moment.error));
    if (armed.length === 0 && moment.value.length === 0) return undefined;
    const call = callOf(reader, target);
    const couldStrike = (fault: Fault) =>
      spent(fault, target.now) === undefined && mismatch(fault.when, call) === undefined;
    if (![...armed, ...moment.value].some(couldStrike)) return undefined;
    return submit((writer) => struckIn(writer, moment.value, target, call));
  },
});

const headerRefused = (problems: readonly FormProblem[]): Refusal =>
  refuse({ role: 'sandbox' }, 'fault-unknown', problems.map(({ message }) => message).join('；'));

const struckIn = (writer: Writer, ofTheMoment: readonly Fault[], { seq, now }: Target, call: Call) => {
  const { effects, fired, writes } = strike(writer.reader, ofTheMoment, { seq, now, call });
  writer.apply(writes);
  for (const effect of effects.before) {
    if (effect.do === 'spend-account') writer.apply(spendAccount(writer.reader, call.psn_no, effect.amount));
  }
  return { ...effects, fired };
};
