import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { advanced, afterMove, EMPTY_POOL, type PoolMove } from '../../../src/rules/clearing/pool.ts';

const after = (moves: readonly PoolMove[]) => moves.reduce(afterMove, EMPTY_POOL);

describe('the prepayments that a treatment province holds', () => {
  it('are used together, whoever paid them, and given back to whom they are held for', () => {
    const pool = after([
      { kind: 'deposited', payer: '610000', amount: asFen(100) },
      { kind: 'deposited', payer: '320000', amount: asFen(50) },
      { kind: 'paidOut', amount: asFen(140) },
      { kind: 'cleared', amount: asFen(120) },
      { kind: 'returned', payer: '320000', amount: asFen(20) },
    ]);
    expect(pool.balance).toBe(110);
    expect([...pool.held]).toEqual([
      ['610000', 100],
      ['320000', 30],
    ]);
    expect(advanced(pool)).toBe(0);
  });

  it('do not reach: what is paid beyond them is the province’s own money, until the payers’ comes', () => {
    const short = after([
      { kind: 'deposited', payer: '610000', amount: asFen(100) },
      { kind: 'paidOut', amount: asFen(140) },
    ]);
    expect([short.balance, advanced(short)]).toEqual([-40, 40]);
    expect(afterMove(short, { kind: 'cleared', amount: asFen(140) }).balance).toBe(100);
  });

  it('balance: held + cleared − paid out, after any moves', () => {
    const payer = fc.constantFrom('110000', '320000', '610000');
    const amount = fc.integer({ min: 1, max: 1_000 }).map(asFen);
    const move: fc.Arbitrary<PoolMove> = fc.oneof(
      fc.record({ kind: fc.constantFrom('deposited' as const, 'returned' as const), payer, amount }),
      fc.record({ kind: fc.constantFrom('paidOut' as const, 'cleared' as const), amount }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const sums = { deposited: 0, cleared: 0, returned: 0, paidOut: 0 };
        for (const one of moves) sums[one.kind] += one.amount;
        const pool = after(moves);
        const held = [...pool.held.values()].reduce((all, one) => all + one, 0);
        expect(held).toBe(sums.deposited - sums.returned);
        expect([pool.cleared, pool.paidOut]).toEqual([sums.cleared, sums.paidOut]);
        expect(pool.balance).toBe(held + sums.cleared - sums.paidOut);
      }),
    );
  });
});
