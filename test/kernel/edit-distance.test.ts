import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, editDistance } from '../../src/kernel/edit-distance.ts';

describe('the distance of two texts', () => {
  it.each([
    ['', '', 0],
    ['H44030099001', 'H44030099001', 0],
    ['H44030099001', 'H44030099O01', 1],
    ['2207', '227', 1],
    ['门诊', '门诊慢特病', 3],
    ['abc', '', 3],
  ])('%s and %s: %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is a distance', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '医'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});

describe('the closest', () => {
  it('come first, of equal ones the smaller, and what shares less than half does not come', () => {
    expect(closest('14', ['11', '12', '14', '9901', '41'])).toEqual(['14', '11', '12']);
    expect(closest('B1', ['B1', 'B2', 'XYZ9'], 2)).toEqual(['B1', 'B2']);
    expect(closest('abcd', ['wxyz'])).toEqual([]);
  });
});
