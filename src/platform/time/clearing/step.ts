import type { ConductStep } from '../../domain/clearing/national/conduct.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { Write } from '../../store/port.ts';
import type { DueContext, DueHandler } from '../due-work.ts';
import { dueStep, STEPS, tomorrow } from './moments.ts';
import { takeStep } from './take-step.ts';

/** A step of a month on its last day, by whoever has not done it yet; what is left over is tried again every day. */
export const clearingStep: DueHandler = (reader, { key }, context) => {
  const [period = '', name] = key.split(' ');
  const step = name as ConductStep;
  const before = reader.clearingRecord('month', period);
  if (!before || before.stage === 'closed') return [];
  const faults = reader.clearingRecords('fault', ...ALL_KEYS);
  const { record, complete, goesOn } = takeStep(before, step, faults, context.now);
  return [
    { kind: 'clearing.put', record: 'month', key: period, body: record },
    ...(complete ? [] : [again('clearing-step', key, context)]),
    ...(goesOn ? following(step, period, context) : []),
  ];
};

/** The same work once more tomorrow. */
export const again = (kind: string, key: string, { now }: DueContext): Write => ({
  kind: 'due.put',
  due: { kind, key, at: tomorrow(now) },
});

const following = (step: ConductStep, period: string, { settings, now }: DueContext): Write[] => {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? [] : [{ kind: 'due.put', due: dueStep(next, period, settings, now + 1) }];
};
