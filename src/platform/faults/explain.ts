import type { Fault } from '../../kernel/fault/fault.ts';
import { compared, type Compared } from '../../kernel/fault/mismatch.ts';
import { judge, spent } from '../../kernel/fault/plan.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reader } from '../store/port.ts';
import type { FormProblem } from '../wire/read-form.ts';
import { callOf, type Target } from './call-of.ts';
import { ofTheMoment } from './of-the-moment.ts';

/** What a fault would do to a message, and why. */
export type Explained = {
  readonly fault: Fault;
  readonly fires: boolean;
  /** In one sentence. */
  readonly why: string;
  /** It is over, whatever the message. */
  readonly over: boolean;
  /** Condition by condition. */
  readonly conditions: readonly Compared[];
};

/** Says of every fault whether it would strike a message that came now, in the order in which they are asked. */
export const explain = (
  reader: Reader,
  settings: Settings,
  target: Target,
): Result<readonly Explained[], readonly FormProblem[]> => {
  const moment = ofTheMoment(target, settings);
  if (!moment.ok) return moment;
  const call = callOf(reader, target);
  const faults = [...reader.faults(), ...moment.value];
  const judged = judge(faults, call, target.now, ({ id }, key) => reader.faultAttempts(id, key));
  return ok(
    judged.map(({ fault, strike, why }) => ({
      fault,
      fires: strike !== undefined,
      why,
      over: spent(fault, target.now) !== undefined,
      conditions: compared(fault.when, call),
    })),
  );
};
