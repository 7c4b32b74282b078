import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { clearingRules } from '../../../src/rules/clearing/calendar.ts';
import {
  adjustment,
  afterEvent,
  EMPTY_POOL,
  quotaOf,
  usageLevel,
  type PrepaymentEvent,
} from '../../../src/rules/clearing/prepayment.ts';

const RULES = clearingRules();

describe('the quota of a year', () => {
  it('is twice the average month of the last quarter before it, to the 分', () => {
    expect(quotaOf([100_00, 200_00, 300_00].map(asFen), RULES)).toBe(400_00);
    expect(quotaOf([1, 0, 0].map(asFen), RULES)).toBe(1);
    expect(quotaOf([], RULES)).toBe(0);
    expect(adjustment(asFen(300_00), asFen(400_00))).toBe(100_00);
    expect(adjustment(asFen(400_00), asFen(300_00))).toBe(-100_00);
  });
});

describe('usage', () => {
  it.each([
    [69_99, 'green'],
    [70_00, 'yellow'],
    [89_99, 'yellow'],
    [90_00, 'red'],
    [120_00, 'red'],
    [0, 'green'],
    [-5_00, 'green'],
  ])('of %d 分 of a quota of 100 元 is %s', (clearing, level) => {
    expect(usageLevel(asFen(clearing), asFen(100_00), RULES)).toBe(level);
  });

  it('is red where nothing was prepaid', () => {
    expect(usageLevel(asFen(1), asFen(0), RULES)).toBe('red');
  });

  it('does not fail at amounts whose product no number holds exactly', () => {
    const quota = asFen(9_000_000_000_000_000);
    expect(usageLevel(asFen(6_299_999_999_999_999), quota, RULES)).toBe('green');
    expect(usageLevel(asFen(6_300_000_000_000_000), quota, RULES)).toBe('yellow');
  });
});

describe('the prepayments that a province holds', () => {
  it('are used together, whoever paid them, and given back to whom they are held for', () => {
    const events: PrepaymentEvent[] = [
      { kind: 'deposited', payer: '610000', amount: asFen(100) },
      { kind: 'deposited', payer: '320000', amount: asFen(50) },
      { kind: 'paidOut', amount: asFen(140) },
      { kind: 'cleared', payer: '610000', amount: asFen(120) },
      { kind: 'returned', payer: '320000', amount: asFen(20) },
    ];
    const pool = events.reduce((before, event) => {
      const after = afterEvent(before, event);
      if (!after.ok) throw new Error(after.error);
      return after.value;
    }, EMPTY_POOL);
    expect(pool.balance).toBe(110);
    expect([...pool.held]).toEqual([
      ['610000', 100],
      ['320000', 30],
    ]);
  });

  it.each([
    [{ kind: 'paidOut', amount: asFen(1) }, 'not-enough'],
    [{ kind: 'returned', payer: '610000', amount: asFen(1) }, 'not-enough'],
    [{ kind: 'deposited', payer: '610000', amount: asFen(0) }, 'not-positive'],
  ] as const)('are not overdrawn: %j', (event, error) => {
    expect(afterEvent(EMPTY_POOL, event)).toEqual({ ok: false, error });
  });

  it('are not returned to somebody else', () => {
    const full = afterEvent(EMPTY_POOL, { kind: 'deposited', payer: '610000', amount: asFen(9) });
    if (!full.ok) throw new Error('deposited');
    expect(afterEvent(full.value, { kind: 'returned', payer: '320000', amount: asFen(1) })).toEqual({
      ok: false,
      error: 'not-held',
    });
  });

  it('balance: held + cleared − paid out, after any events', () => {
    const payer = fc.constantFrom('110000', '320000', '610000');
    const amount = fc.integer({ min: -2, max: 1_000 }).map(asFen);
    const event: fc.Arbitrary<PrepaymentEvent> = fc.oneof(
      fc.record({ kind: fc.constantFrom('deposited', 'cleared', 'returned'), payer, amount }),
      fc.record({ kind: fc.constant('paidOut'), amount }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let pool = EMPTY_POOL;
        const sums = { deposited: 0, cleared: 0, returned: 0, paidOut: 0 };
        for (const one of events) {
          const after = afterEvent(pool, one);
          if (!after.ok) continue;
          pool = after.value;
          sums[one.kind] += one.amount;
        }
        const held = [...pool.held.values()];
        expect(held.reduce((sum, one) => sum + one, 0)).toBe(sums.deposited - sums.returned);
        expect(pool.balance).toBe(sums.deposited - sums.returned + sums.cleared - sums.paidOut);
        expect(pool.balance).toBeGreaterThanOrEqual(0);
        expect(held.every((one) => one >= 0)).toBe(true);
      }),
    );
  });
});
