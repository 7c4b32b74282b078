import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { clearingRules } from '../../../src/rules/clearing/calendar.ts';
import { adjustments, quotaOf, usageLevel } from '../../../src/rules/clearing/prepayment.ts';

const RULES = clearingRules();

describe('the quota of a year', () => {
  it('is twice the average month of the last quarter before it, to the 分', () => {
    expect(quotaOf([100_00, 200_00, 300_00].map(asFen), RULES)).toBe(400_00);
    expect(quotaOf([1, 0, 0].map(asFen), RULES)).toBe(1);
    expect(quotaOf([], RULES)).toBe(0);
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

const pair = (payer: string, payee: string, due: number) => ({ payer, payee, due: asFen(due) });

describe('the adjustment of a year', () => {
  it('asks those who are below their quota, and gives back to those who are above', () => {
    const prepaid = [pair('610000', '440000', 300), pair('320000', '440000', 500), pair('110000', '440000', 70)];
    const quotas = [pair('610000', '440000', 400), pair('320000', '440000', 200), pair('310000', '440000', 9)];
    expect(adjustments(prepaid, quotas)).toEqual({
      deposits: [pair('310000', '440000', 9), pair('610000', '440000', 100)],
      returns: [pair('440000', '110000', 70), pair('440000', '320000', 300)],
    });
    expect(adjustments(quotas, quotas)).toEqual({ deposits: [], returns: [] });
  });

  it('brings everybody to the quota exactly, whatever was before', () => {
    const province = fc.constantFrom('110000', '320000', '440000', '610000');
    const rows = fc.uniqueArray(fc.tuple(province, province, fc.integer({ min: 1, max: 10_000 })), {
      selector: ([payer, payee]) => `${payer} ${payee}`,
    });
    fc.assert(
      fc.property(rows, rows, (before, wanted) => {
        const { deposits, returns } = adjustments(
          before.map((row) => pair(...row)),
          wanted.map((row) => pair(...row)),
        );
        const after = new Map(before.map(([payer, payee, due]) => [`${payer} ${payee}`, due]));
        const move = (key: string, amount: number) => after.set(key, (after.get(key) ?? 0) + amount);
        for (const { payer, payee, due } of deposits) move(`${payer} ${payee}`, due);
        for (const { payer, payee, due } of returns) move(`${payee} ${payer}`, -due);
        const left = [...after].filter(([, due]) => due !== 0);
        expect(new Map(left)).toEqual(new Map(wanted.map(([payer, payee, due]) => [`${payer} ${payee}`, due])));
        expect([...deposits, ...returns].every(({ due }) => due > 0)).toBe(true);
      }),
    );
  });
});
