import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../src/kernel/money.ts';
import { agrees, asPrice, asQuantity, lineAmount } from '../../src/kernel/quantity.ts';

const quantities = fc.integer({ min: -(10 ** 8), max: 10 ** 8 }).map(asQuantity);
const prices = fc.integer({ min: 0, max: 10 ** 12 }).map(asPrice);

describe('quantity × price', () => {
  it('is an amount in 分, half up', () => {
    expect(lineAmount(asQuantity(20_000), asPrice(12_340_000))).toBe(2_468); // 2 × 12.34 元
    expect(lineAmount(asQuantity(5_000), asPrice(10_000))).toBe(1); // 0.5 × 0.01 元
    expect(lineAmount(asQuantity(4_999), asPrice(10_000))).toBe(0);
  });

  it('of a refund is the amount of the charge turned round', () => {
    expect(lineAmount(asQuantity(-5_000), asPrice(10_000))).toBe(-1);
    fc.assert(
      fc.property(quantities, prices, (cnt, pric) => {
        expect(lineAmount(asQuantity(-cnt), pric)).toBe(asFen(-lineAmount(cnt, pric)));
      }),
    );
  });

  it('is exact where a float is not', () => {
    expect(lineAmount(asQuantity(10_050), asPrice(1_000_000))).toBe(101); // 1.005 * 100 is 100.49999999999999
  });

  it('is refused beyond the integers that are safe', () => {
    expect(() => lineAmount(asQuantity(Number.MAX_SAFE_INTEGER), asPrice(Number.MAX_SAFE_INTEGER))).toThrow();
    expect(() => asQuantity(1.5)).toThrow('not a quantity in 1/10,000: 1.5');
    expect(() => asPrice(0.1)).toThrow('not a price in 1/1,000,000 元: 0.1');
  });
});

describe('a line agrees with its amount', () => {
  it('within one 分, to the last digit', () => {
    const [cnt, pric] = [asQuantity(10_000), asPrice(10_000_000)]; // 1 × 10 元
    expect([998, 999, 1_000, 1_001, 1_002].map((amount) => agrees(cnt, pric, asFen(amount)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(agrees(cnt, asPrice(10_000_001), asFen(999))).toBe(false); // 0.010001 元 apart
  });

  it('when the amount is the rounded product', () => {
    fc.assert(fc.property(quantities, prices, (cnt, pric) => agrees(cnt, pric, lineAmount(cnt, pric))));
  });
});
