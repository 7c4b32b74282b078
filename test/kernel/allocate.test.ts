import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, asFen, sum } from '../../src/kernel/money.ts';

const totals = fc.maxSafeInteger().map(asFen);
const weights = fc
  .array(fc.oneof(fc.nat(100), fc.maxSafeInteger().map(Math.abs)), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0));

describe('allocate', () => {
  it('splits in proportion and gives what is left to the largest remainders', () => {
    expect(allocate(asFen(1_000), [1, 1, 1])).toEqual([334, 333, 333]);
    expect(allocate(asFen(100), [50, 30, 21])).toEqual([49, 30, 21]);
    expect(allocate(asFen(-1_000), [1, 1, 1])).toEqual([-334, -333, -333]);
  });

  it('gives nothing to a weight of nothing', () => {
    expect(allocate(asFen(7), [0, 3, 0])).toEqual([0, 7, 0]);
    expect(allocate(asFen(0), [0, 0])).toEqual([0, 0]);
    expect(allocate(asFen(0), [])).toEqual([]);
  });

  it('refuses weights that are negative, no integers, or nothing where there is something to split', () => {
    expect(() => allocate(asFen(1), [2, -1])).toThrow('a weight is negative');
    expect(() => allocate(asFen(1), [0, 0])).toThrow('nothing to allocate to');
    expect(() => allocate(asFen(1), [])).toThrow('nothing to allocate to');
    expect(() => allocate(asFen(1), [0.5, 0.5])).toThrow();
  });

  it('loses no 分', () => {
    fc.assert(fc.property(totals, weights, (total, list) => sum(allocate(total, list)) === total));
  });

  it('stays within one 分 of the exact share', () => {
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const whole = list.reduce((added, weight) => added + BigInt(weight), 0n);
        allocate(total, list).forEach((part, index) => {
          const off = BigInt(part) * whole - BigInt(total) * BigInt(list[index] ?? 0);
          expect(off < whole && off > -whole).toBe(true);
        });
      }),
    );
  });

  it('splits a refund as it split the charge', () => {
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const refunded = allocate(asFen(-total), list).map((part) => asFen(-part));
        expect(refunded).toEqual(allocate(total, list));
      }),
    );
  });

  it('depends on the proportions alone', () => {
    const small = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 }).filter((list) => list.some((one) => one > 0));
    fc.assert(
      fc.property(totals, small, fc.integer({ min: 1, max: 1_000 }), (total, list, factor) => {
        const scaled = list.map((weight) => weight * factor);
        expect(allocate(total, scaled)).toEqual(allocate(total, list));
      }),
    );
  });
});
