import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { costCovered, cutAt, payable, slice, wholeRatio } from '../../../src/rules/benefit/bands.ts';
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

describe('cutAt', () => {
  const slices = [
    { cost: fen(100), ratio: rate('80%') },
    { cost: fen(200), ratio: rate('90%') },
  ];
  const beyond = rate('50%');

  it.each<[string, number, (typeof slices)[number][]]>([
    ['inside the first slice', 60, [{ cost: fen(60), ratio: rate('80%') }]],
    ['at the end of the first slice', 100, [{ cost: fen(100), ratio: rate('80%') }]],
    [
      'inside the second slice',
      150,
      [
        { cost: fen(100), ratio: rate('80%') },
        { cost: fen(50), ratio: rate('90%') },
      ],
    ],
    ['at nothing, where the first slice stays', 0, [{ cost: fen(0), ratio: rate('80%') }]],
    ['beyond the end', 400, slices],
  ])('%s', (_where, cost, kept) => {
    expect(cutAt(slices, fen(cost), undefined)).toEqual(kept);
    const over = fen(Math.max(0, 300 - cost));
    expect(cutAt(slices, fen(cost), beyond)).toEqual(over === 0 ? kept : [...kept, { cost: over, ratio: beyond }]);
  });
});

describe('wholeRatio', () => {
  it('is the ratio of the only slice, what several come to, and of nothing that of the first', () => {
    expect(wholeRatio([{ cost: fen(3), ratio: rate('33.33%') }])).toBe(rate('33.33%'));
    const several = (first: number, second: number) =>
      wholeRatio([
        { cost: fen(first), ratio: rate('80%') },
        { cost: fen(second), ratio: rate('90%') },
      ]);
    expect([several(100, 100), several(0, 0)]).toEqual([rate('85%'), rate('80%')]);
  });
});

it('a claim of nothing has the slice of the band in which it stands', () => {
  const bands = [
    { from: fen(0), ratio: rate('80%') },
    { from: fen(100), ratio: rate('90%') },
  ];
  expect(slice(bands, fen(99), fen(0))).toEqual([{ cost: fen(0), ratio: rate('80%') }]);
  expect(slice(bands, fen(100), fen(0))).toEqual([{ cost: fen(0), ratio: rate('90%') }]);
});
