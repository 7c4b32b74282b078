import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, asFen, atLeastZero, least, negate, share, subtract, sum, yuan, ZERO } from '../../src/kernel/money.ts';
import { asRate } from '../../src/kernel/rate.ts';

describe('money', () => {
  it('is counted in 分 and printed in 元', () => {
    expect(yuan(asFen(12_345))).toBe('123.45');
    expect(yuan(asFen(5))).toBe('0.05');
    expect(yuan(asFen(-5))).toBe('-0.05');
    expect(yuan(ZERO)).toBe('0.00');
  });

  it('is never a fraction of 分, and never beyond exact integers', () => {
    expect(() => asFen(0.5)).toThrow('not an amount in 分: 0.5');
    expect(() => asFen(Number.NaN)).toThrow();
    expect(() => asFen(2 ** 53)).toThrow();
    expect(() => add(asFen(Number.MAX_SAFE_INTEGER), asFen(1))).toThrow();
  });

  it('adds, takes away and turns round', () => {
    expect(add(asFen(100), asFen(20), asFen(3))).toBe(123);
    expect(sum([])).toBe(0);
    expect(subtract(asFen(100), asFen(130))).toBe(-30);
    expect(negate(asFen(100))).toBe(-100);
    expect(least(asFen(300), asFen(100), asFen(200))).toBe(100);
  });

  it('has one zero: nothing turned round is nothing', () => {
    expect(negate(ZERO)).toBe(0);
    expect(asFen(-0)).toBe(0);
  });

  it('has nothing left of a limit that is used up', () => {
    expect(atLeastZero(subtract(asFen(100), asFen(130)))).toBe(0);
    expect(atLeastZero(subtract(asFen(130), asFen(100)))).toBe(30);
  });
});

describe('a share of an amount', () => {
  it('is rounded as the caller names it', () => {
    expect(share(asFen(1_005), asRate(5_000), 'half-up')).toBe(503);
    expect(share(asFen(1_005), asRate(5_000), 'down')).toBe(502);
    expect(share(asFen(1_001), asRate(8_200), 'up')).toBe(821);
  });

  it('of a refund is the share of the charge turned round', () => {
    const amounts = fc.maxSafeInteger().map(asFen);
    const rates = fc.integer({ min: 0, max: 10_000 }).map(asRate);
    const roundings = fc.constantFrom('half-up', 'down', 'up');
    fc.assert(
      fc.property(amounts, rates, roundings, (amount, rate, rounding) => {
        expect(share(negate(amount), rate, rounding)).toBe(negate(share(amount, rate, rounding)));
      }),
    );
  });
});
