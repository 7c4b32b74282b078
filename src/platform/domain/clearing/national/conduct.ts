import { asFen, subtract } from '../../../../kernel/money.ts';
import type { Month, MonthEvent } from '../../../../rules/clearing/month/month.ts';
import { stepMonth } from '../../../../rules/clearing/month/step.ts';
import { behaves, type ClearingFault } from './fault.ts';

/** What came of a step: the month as far as it has come, and whether there is nothing left to do of the step. */
export type Conducted = { readonly month: Month; readonly complete: boolean };

/** The steps after the tables are generated, as provinces and the nation do them when they are due. */
export type ConductStep = 'confirm' | 'notice' | 'submit' | 'transfer' | 'receive' | 'close';

/**
 * Does a step for all who do it by themselves. The events are those that the control API takes: a province that acted
 * before has nothing left to do.
 */
export const conduct = (month: Month, step: ConductStep, faults: readonly ClearingFault[]): Conducted => {
  const events = EVENTS[step](month, faults);
  const after = events.reduce<Month>((so, event) => {
    const next = stepMonth(so, event);
    return next.ok ? next.value : so;
  }, month);
  return { month: after, complete: COMPLETE[step](after) };
};

type Events = (month: Month, faults: readonly ClearingFault[]) => readonly MonthEvent[];

const payersOf = ({ bills }: Month): string[] => [...new Set(bills.map(({ payer }) => payer))];

const EVENTS: { readonly [Name in ConductStep]: Events } = {
  confirm: (month, faults) => [
    ...payersOf(month).flatMap((payer): MonthEvent[] => {
      const fault = behaves(faults, 'rejects', payer, month.period);
      return fault ? [{ kind: 'reject', payer, reason: fault.reason ?? '与参保省数据不一致' }] : [];
    }),
    { kind: 'confirmation-over' },
  ],
  notice: () => [{ kind: 'notice' }],
  submit: (month, faults) =>
    payersOf(month)
      .filter((payer) => !behaves(faults, 'late', payer, month.period))
      .map((payer) => ({ kind: 'submit', payer })),
  transfer: (month, faults) =>
    month.bills
      .filter(({ state }) => state === 'with-finance' || state === 'part-paid')
      .filter(({ payer }) => !behaves(faults, 'late', payer, month.period))
      .map(({ payer, payee, due, paid }) => {
        const left = subtract(due, paid);
        const partly = behaves(faults, 'pays-partly', payer, month.period);
        return { kind: 'transfer', payer, payee, amount: partly ? asFen(Math.ceil(left / 2)) : left };
      }),
  receive: (month, faults) =>
    month.bills
      .filter(({ payee, paid, received }) => received < paid && !behaves(faults, 'late', payee, month.period))
      .map(({ payer, payee }) => ({ kind: 'receive', payer, payee })),
  close: () => [{ kind: 'close' }],
};

const COMPLETE: { readonly [Name in ConductStep]: (month: Month) => boolean } = {
  confirm: ({ bills }) => bills.every(({ state }) => state !== 'issued' && state !== 'rejected'),
  notice: ({ stage }) => stage === 'noticed' || stage === 'closed',
  submit: ({ bills }) => bills.every(({ state }) => state !== 'noticed'),
  transfer: ({ bills }) => bills.every(({ state }) => state === 'transferred' || state === 'received'),
  receive: ({ bills }) => bills.every(({ state }) => state === 'received'),
  close: ({ stage }) => stage === 'closed',
};
