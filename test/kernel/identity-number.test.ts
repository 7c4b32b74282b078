import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  maskRealNumbers,
  mayBeReal,
  syntheticIdentityNumber,
} from '../../src/kernel/identity-number.ts';

/** A number as a real one would look. It is put together here, so that none stands in the source. */
const realLooking = (order: number): string => {
  const first17 = ['110101', '19900307', String(order).padStart(3, '0')].join('');
  return first17 + checkCharacter(first17);
};

const anotherCheckCharacter = (number: string): string => `${number.slice(0, 17)}${number.endsWith('X') ? '0' : 'X'}`;

const orders = fc.integer({ min: 1, max: 999 });

describe('the check character', () => {
  it('makes the weighted sum of all eighteen 1 modulo 11 (ISO 7064 MOD 11-2)', () => {
    const weights = Array.from({ length: 18 }, (_, index) => 2 ** (17 - index) % 11);
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (first17) => {
        const values = [...first17, checkCharacter(first17)].map((one) => (one === 'X' ? 10 : Number(one)));
        expect(values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) % 11).toBe(1);
      }),
    );
  });

  it('is X for ten', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => syntheticIdentityNumber('43', '1990-03-07', index + 1));
    expect(numbers.some((number) => number.endsWith('X'))).toBe(true);
  });

  it('has no meaning for anything but 17 digits', () => {
    expect(() => checkCharacter('1234')).toThrow();
  });
});

describe('a synthetic number', () => {
  it('names its province, 9900, the birth day and the order', () => {
    const number = syntheticIdentityNumber('430000', '1990-03-07', 7);
    expect(number).toMatch(/^43990019900307007[\dX]$/);
  });

  it('can be nobody’s', () => {
    fc.assert(fc.property(orders, (order) => !mayBeReal(syntheticIdentityNumber('11', '1990-03-07', order))));
  });

  it('has no place for an order beyond 999 or for half a birth day', () => {
    expect(() => syntheticIdentityNumber('43', '1990-03-07', 1_000)).toThrow();
    expect(() => syntheticIdentityNumber('43', '1990-03-07', 0)).toThrow();
    expect(() => syntheticIdentityNumber('43', '1990-03', 1)).toThrow();
  });
});

describe('a number that may be real', () => {
  it('is well-formed, with the right check character', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(mayBeReal(realLooking(order))).toBe(true);
        expect(mayBeReal(realLooking(order).toLowerCase())).toBe(true);
        expect(mayBeReal(anotherCheckCharacter(realLooking(order)))).toBe(false);
      }),
    );
  });

  it('stands alone: digits round it make it another number', () => {
    expect(mayBeReal(`${realLooking(1)}0`)).toBe(false);
    expect(mayBeReal(` ${realLooking(1)}`)).toBe(false);
    expect(mayBeReal('')).toBe(false);
  });
});

describe('masking', () => {
  it('keeps the region alone of every number that may be real', () => {
    const text = JSON.stringify({ certno: realLooking(1), coner: `联系人 ${realLooking(2).toLowerCase()}。` });
    expect(maskRealNumbers(text)).toBe('{"certno":"110101************","coner":"联系人 110101************。"}');
  });

  it('leaves synthetic numbers, other numbers and longer ones as they are', () => {
    const text = [
      syntheticIdentityNumber('43', '1990-03-07', 1),
      anotherCheckCharacter(realLooking(3)),
      `9${realLooking(4)}`,
    ];
    expect(maskRealNumbers(text.join(' '))).toBe(text.join(' '));
  });
});
