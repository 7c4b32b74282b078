import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { costCovered, payable, slice } from '../../../src/rules/benefit/bands.ts';
import { fen, rate } from './inline-parameters.ts';

const scale = [
  { from: fen(0), ratio: rate('50%') },
  { from: fen(100), ratio: rate('80%') },
];

it('cuts a cost where the scale has its steps', () => {
  expect(slice(scale, fen(60), fen(100))).toEqual([
    { cost: fen(40), ratio: rate('50%') },
    { cost: fen(60), ratio: rate('80%') },
  ]);
});

it('keeps one slice, of nothing, for a cost of nothing', () => {
  expect(slice(scale, fen(100), fen(0))).toEqual([{ cost: fen(0), ratio: rate('80%') }]);
});

it('finds the cost that a payment covers', () => {
  const slices = slice(scale, fen(0), fen(200));
  expect(payable(slices)).toBe(fen(130));
  expect([0, 25, 50, 90, 130].map((payment) => costCovered(slices, fen(payment)))).toEqual(
    [0, 50, 100, 150, 200].map(fen),
  );
});

it('covers a slice exactly when its rounded payment is reached', () => {
  // 0.03 × 50 % = 0.015 → 0.02, which is not to be read back as 0.04.
  const slices = [
    { cost: asFen(3), ratio: rate('50%') },
    { cost: fen(1), ratio: rate('80%') },
  ];
  expect(costCovered(slices, asFen(2))).toBe(asFen(3));
});
