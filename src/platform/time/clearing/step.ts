import { dateTimeOf } from '../../../kernel/civil-time.ts';
import { conduct, type ConductStep } from '../../domain/clearing/national/conduct.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { Due } from '../../domain/due.ts';
import type { Write } from '../../store/port.ts';
import type { DueContext, DueHandler } from '../due-work.ts';
import { dueStep, STEPS, tomorrow } from './moments.ts';

/** One payer that is late holds the others up in none of these. */
const EACH_FOR_ITSELF: readonly ConductStep[] = ['confirm', 'submit', 'transfer', 'receive'];

/** A step of a month on its last day, by whoever has not done it yet; what is left over is tried again every day. */
export const clearingStep: DueHandler = (reader, { key }, context) => {
  const [period = '', name] = key.split(' ');
  const step = name as ConductStep;
  const before = reader.clearingRecord('month', period);
  if (!before || before.stage === 'closed') return [];
  const { month, complete } = conduct(before, step, reader.clearingRecords('fault', ...ALL_KEYS));
  const isFirst = before.done.every((one) => one.step !== step);
  const counts = complete || EACH_FOR_ITSELF.includes(step);
  const done = isFirst && counts ? [...before.done, { step, at: dateTimeOf(context.now) }] : before.done;
  const next = isFirst && counts ? following(step, period, context) : [];
  return [
    { kind: 'clearing.put', record: 'month', key: period, body: { ...month, done } },
    ...(complete ? [] : [again(key, context)]),
    ...next,
  ];
};

const again = (key: string, { now }: DueContext): Write => {
  const due: Due = { kind: 'clearing-step', key, at: tomorrow(now) };
  return { kind: 'due.put', due };
};

const following = (step: ConductStep, period: string, { settings, now }: DueContext): Write[] => {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? [] : [{ kind: 'due.put', due: dueStep(next, period, settings, now + 1) }];
};
