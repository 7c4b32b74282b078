import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRounded, safeProduct, type Rounding } from '../../src/kernel/rounding.ts';

const size = (value: bigint) => (value < 0n ? -value : value);

/** Rounds the size and puts the sign back: slow and obvious. */
const slowly = (dividend: bigint, divisor: bigint, rounding: Rounding): bigint => {
  const [top, bottom] = [size(dividend), size(divisor)];
  const added = { down: 0n, 'half-up': bottom, up: 2n * bottom - 2n }[rounding];
  const rounded = (2n * top + added) / (2n * bottom);
  return dividend < 0n === divisor < 0n ? rounded : -rounded;
};

const divisors = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((divisor) => divisor !== 0);
const roundings = fc.constantFrom<Rounding>('half-up', 'down', 'up');

describe('divideRounded', () => {
  it.each<[Rounding, number, number]>([
    ['half-up', 25, 3],
    ['half-up', -25, -3],
    ['half-up', 24, 2],
    ['down', 29, 2],
    ['down', -29, -2],
    ['up', 21, 3],
    ['up', -21, -3],
    ['up', 20, 2],
  ])('%s: %i tenths are %i', (rounding, tenths, rounded) => {
    expect(divideRounded(tenths, 10, rounding)).toBe(rounded);
    expect(divideRounded(BigInt(tenths), 10, rounding)).toBe(rounded);
  });

  it('has one zero', () => {
    expect(divideRounded(-1, 10, 'half-up')).toBe(0);
    expect(divideRounded(1, -10, 'down')).toBe(0);
    expect(divideRounded(-0, 10, 'down')).toBe(0);
  });

  it('agrees with the slow way for every safe integer, as a number and as a bigint', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), divisors, roundings, (dividend, divisor, rounding) => {
        const expected = Number(slowly(BigInt(dividend), BigInt(divisor), rounding));
        expect(divideRounded(dividend, divisor, rounding)).toBe(expected === 0 ? 0 : expected);
        expect(divideRounded(BigInt(dividend), divisor, rounding)).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  it('is exact where the product of an amount and a rate leaves the safe integers', () => {
    const amount = 90_071_992_547_409; // 元 9000 亿, in 分
    const product = safeProduct(amount, 9_999);
    expect(typeof product).toBe('bigint');
    expect(divideRounded(product, 10_000, 'half-up')).toBe(90_062_985_348_154);
  });

  it('throws for a quotient that no number holds, for fractions and for a division by nothing', () => {
    expect(() => divideRounded(10n ** 17n, 1, 'down')).toThrow('too large');
    expect(() => divideRounded(0.5, 1, 'down')).toThrow();
    expect(() => divideRounded(1, 0.5, 'down')).toThrow();
    expect(() => divideRounded(1, 0, 'down')).toThrow();
  });
});

describe('safeProduct', () => {
  it('is exact for all safe integers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(BigInt(safeProduct(a, b))).toBe(BigInt(a) * BigInt(b));
      }),
    );
  });
});
