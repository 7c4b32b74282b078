import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScaled, printScaled } from '../../src/kernel/decimal.ts';

describe('decimal text', () => {
  it('becomes an integer of the smallest unit', () => {
    expect(parseScaled('12.5', 2)).toBe(1_250);
    expect(parseScaled(' 12.50 ', 2)).toBe(1_250);
    expect(parseScaled('-0.07', 2)).toBe(-7);
    expect(parseScaled('+3', 4)).toBe(30_000);
    expect(parseScaled('.5', 2)).toBe(50);
    expect(parseScaled('5.', 2)).toBe(500);
    expect(parseScaled('007', 0)).toBe(7);
  });

  it('may carry zeros beyond the scale, and nothing else', () => {
    expect(parseScaled('12.5000000', 2)).toBe(1_250);
    expect(parseScaled('12.505', 2)).toBeUndefined();
    expect(parseScaled('1.0', 0)).toBe(1);
    expect(parseScaled('1.5', 0)).toBeUndefined();
  });

  it.each(['', '.', '-', '1e3', '1,000', '12.3.4', '０.5', 'NaN', 'Infinity', '0x10', '1 000'])(
    'is undefined for %j',
    (text) => {
      expect(parseScaled(text, 2)).toBeUndefined();
    },
  );

  it('is undefined beyond the safe integers rather than rounded', () => {
    expect(parseScaled('90071992547409.91', 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseScaled('90071992547409.92', 2)).toBeUndefined();
    expect(parseScaled('9'.repeat(40), 0)).toBeUndefined();
  });

  it('has one zero', () => {
    expect(parseScaled('-0.00', 2)).toBe(0);
    expect(printScaled(-0, 2)).toBe('0.00');
  });

  it('is printed with as many decimals as its scale', () => {
    expect(printScaled(1_250, 2)).toBe('12.50');
    expect(printScaled(1_250, 0)).toBe('1250');
    expect(printScaled(-7, 4)).toBe('-0.0007');
  });

  it('comes back from what was printed, at every scale', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(6), (units, scale) => {
        expect(parseScaled(printScaled(units, scale), scale)).toBe(units);
      }),
    );
  });

  it('is read without a float in between', () => {
    const digits = fc.nat(99_999_999);
    fc.assert(
      fc.property(digits, fc.nat(99), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(parseScaled(text, 2)).toBe(whole * 100 + cents);
      }),
    );
  });
});
