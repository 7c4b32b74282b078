import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { DueHandler } from '../due-work.ts';
import { dueRoundStep, type PaymentStep } from './moments.ts';
import { again } from './step.ts';
import { takeStep } from './take-step.ts';

const NEXT: { readonly [Name in PaymentStep]?: PaymentStep } = {
  submit: 'transfer',
  transfer: 'receive',
  receive: 'close',
};

/** A step of an adjustment of prepayments on its last day: to finance, transferred, arrived, closed. */
export const prepaymentStep: DueHandler = (reader, { key }, context) => {
  const [id = '', name] = key.split(' ');
  const step = name as PaymentStep;
  const before = reader.clearingRecord('prepayment', id);
  if (!before || before.stage === 'closed') return [];
  const faults = reader.clearingRecords('fault', ...ALL_KEYS);
  const { record, complete, goesOn } = takeStep(before, step, faults, context.now);
  const next = goesOn ? NEXT[step] : undefined;
  return [
    { kind: 'clearing.put', record: 'prepayment', key: id, body: record },
    ...(complete ? [] : [again('prepayment-step', key, context)]),
    ...(next ? [{ kind: 'due.put', due: dueRoundStep(next, record, context.settings, context.now + 1) } as const] : []),
  ];
};
