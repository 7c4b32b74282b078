import { negate } from '../../kernel/money.ts';
import type { Settled } from '../../rules/benefit/settled.ts';
import type { Movement, Settlement } from './settlement.ts';
import type { DomainWrite } from './write.ts';

/** What a settlement moves at the insured place: accumulators up, the personal account down. */
export const movementsOf = ({ deltas, shares }: Settled): Movement[] => [
  ...deltas.map((delta) => ({ kind: 'accumulator' as const, ...delta })),
  ...(shares.acct_pay === 0 ? [] : [{ kind: 'account' as const, amount: negate(shares.acct_pay) }]),
];

export const negated = (movements: readonly Movement[]): Movement[] =>
  movements.map((movement) => ({ ...movement, amount: negate(movement.amount) }));

/** The writes that carry movements out, in the person's book. */
export const movementWrites = (
  { visitor: { psn_no, insutype } }: Pick<Settlement, 'visitor'>,
  movements: readonly Movement[],
): DomainWrite[] =>
  movements.map((movement) =>
    movement.kind === 'account'
      ? { kind: 'account.add', psn_no, insutype, amount: movement.amount }
      : {
          kind: 'accumulator.add',
          psn_no,
          insutype,
          period: movement.period,
          cum_type_code: movement.cum_type_code,
          amount: movement.amount,
        },
  );
