import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, negate, subtract, ZERO, type Fen } from '../../kernel/money.ts';

/**
 * What moves the prepayments in the hands of a treatment province 预付金; it uses them all together, whoever paid them.
 * deposited, returned: what a payer prepays and gets back; paidOut: the treatment province pays its institutions for a
 * month (below zero: they give back); cleared: what payers transfer for a month fills it up again.
 */
export type PoolMove =
  | { readonly kind: 'deposited' | 'returned'; readonly payer: Admdvs; readonly amount: Fen }
  | { readonly kind: 'paidOut' | 'cleared'; readonly amount: Fen };

/** The prepayments in the hands of a treatment province. */
export type Pool = {
  /** By payer: what it has prepaid and has not got back. */
  readonly held: ReadonlyMap<Admdvs, Fen>;
  readonly paidOut: Fen;
  readonly cleared: Fen;
  /** What is held + cleared − paidOut. Below zero the treatment province has advanced 垫付 so much of its own. */
  readonly balance: Fen;
};

export const EMPTY_POOL: Pool = { held: new Map(), paidOut: ZERO, cleared: ZERO, balance: ZERO };

/** What a move adds to the balance. */
export const gained = ({ kind, amount }: PoolMove): Fen =>
  kind === 'deposited' || kind === 'cleared' ? amount : negate(amount);

/** The pool after a move. */
export const afterMove = (pool: Pool, move: PoolMove): Pool => {
  const balance = add(pool.balance, gained(move));
  switch (move.kind) {
    case 'deposited':
    case 'returned': {
      const held = add(pool.held.get(move.payer) ?? ZERO, gained(move));
      return { ...pool, balance, held: new Map(pool.held).set(move.payer, held) };
    }
    case 'cleared':
      return { ...pool, balance, cleared: add(pool.cleared, move.amount) };
    case 'paidOut':
      return { ...pool, balance, paidOut: add(pool.paidOut, move.amount) };
  }
};

/** What the treatment province had to advance of its own money. */
export const advanced = ({ balance }: Pick<Pool, 'balance'>): Fen => (balance < 0 ? subtract(ZERO, balance) : ZERO);
