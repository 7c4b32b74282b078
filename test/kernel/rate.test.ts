import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRate, clamp, NOTHING, parseRate, percent, WHOLE } from '../../src/kernel/rate.ts';

describe('a rate', () => {
  it('is read from a fraction or from a percentage', () => {
    expect(parseRate('0.82')).toBe(8_200);
    expect(parseRate('82%')).toBe(8_200);
    expect(parseRate('82.5%')).toBe(8_250);
    expect(parseRate('0.8255')).toBe(8_255);
    expect(parseRate('1')).toBe(WHOLE);
    expect(parseRate('0')).toBe(NOTHING);
  });

  it('is nothing where the text is no number or finer than 1/10,000', () => {
    expect(parseRate('')).toBeUndefined();
    expect(parseRate('%')).toBeUndefined();
    expect(parseRate('八成')).toBeUndefined();
    expect(parseRate('0.82555')).toBeUndefined();
    expect(parseRate('82.555%')).toBeUndefined();
  });

  it('is printed as people write it', () => {
    expect([0, 5, 8_200, 8_250, 8_255, 10_000, 20_000].map((units) => percent(asRate(units)))).toEqual([
      '0%',
      '0.05%',
      '82%',
      '82.5%',
      '82.55%',
      '100%',
      '200%',
    ]);
  });

  it('reads what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (units) => {
        expect(parseRate(percent(asRate(units)))).toBe(units);
      }),
    );
  });

  it('is kept between nothing and the whole', () => {
    expect(clamp(-500)).toBe(NOTHING);
    expect(clamp(8_200)).toBe(8_200);
    expect(clamp(10_500)).toBe(WHOLE);
  });

  it('is a whole number of 1/10,000', () => {
    expect(() => asRate(0.82)).toThrow('not a rate in 1/10,000: 0.82');
  });
});
