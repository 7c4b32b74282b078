import { negate, subtract, ZERO, type Fen } from '../../kernel/money.ts';
import type { Settled, Shares } from '../../rules/benefit/settled.ts';
import type { AccountHolder, Movement, Settlement } from './settlement.ts';
import type { DomainWrite } from './write.ts';

/** What a settlement moves at the insured place: accumulators up, the own account and the family's 共济 down. */
export const movementsOf = ({ deltas, shares }: Settled, family: AccountHolder | undefined): Movement[] => {
  const own = ownAccountPay(shares);
  return [
    ...deltas.map((delta) => ({ kind: 'accumulator' as const, ...delta })),
    ...(own === ZERO ? [] : [{ kind: 'account' as const, amount: negate(own) }]),
    ...(family === undefined || shares.acct_mulaid_pay === ZERO
      ? []
      : [{ kind: 'account' as const, amount: negate(shares.acct_mulaid_pay), holder: family }]),
  ];
};

/** acct_pay contains what the family's account pays 共济. */
export const ownAccountPay = ({ acct_pay, acct_mulaid_pay }: Pick<Shares, 'acct_pay' | 'acct_mulaid_pay'>): Fen =>
  subtract(acct_pay, acct_mulaid_pay);

export const negated = (movements: readonly Movement[]): Movement[] =>
  movements.map((movement) => ({ ...movement, amount: negate(movement.amount) }));

/** The writes that carry movements out, in the person's book. */
export const movementWrites = (
  { visitor: { psn_no, insutype } }: Pick<Settlement, 'visitor'>,
  movements: readonly Movement[],
): DomainWrite[] =>
  movements.map((movement) =>
    movement.kind === 'account'
      ? { kind: 'account.add', ...(movement.holder ?? { psn_no, insutype }), amount: movement.amount }
      : {
          kind: 'accumulator.add',
          psn_no,
          insutype,
          period: movement.period,
          cum_type_code: movement.cum_type_code,
          amount: movement.amount,
        },
  );
