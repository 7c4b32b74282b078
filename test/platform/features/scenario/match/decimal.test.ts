import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printScaled } from '../../../../../src/kernel/decimal.ts';
import { compareDecimals, sameText } from '../../../../../src/platform/features/scenario/match/decimal.ts';

describe('amounts are compared as exact decimals', () => {
  it.each([
    ['0.00', '0', true],
    ['-0.00', '0.00', true],
    ['260.5', '260.50', true],
    ['-6.40', '-6.4', true],
    ['0.1', '0.10000000000000001', false],
    ['90000000000000.01', '90000000000000.02', false],
    ['03', '3', false],
    ['--6.40', '6.40', false],
    ['M03900', 'M03900', true],
    ['1e2', '100', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameText(one, other)).toBe(same);
  });

  it('orders any two amounts as their 分 are ordered, whatever the digits behind', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat(6), (one, other, zeros) => {
        const compared = compareDecimals(printScaled(one, 2) + '0'.repeat(zeros), printScaled(other, 2));
        expect(compared).toBe(one === other ? 0 : one < other ? -1 : 1);
      }),
    );
  });
});
