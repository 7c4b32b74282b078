import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawOf } from '../../../src/kernel/fault/draw.ts';

const word = fc.string({ maxLength: 12 });

it('a draw is from 0 to below 1 and depends on nothing but its arguments', () => {
  fc.assert(
    fc.property(word, word, word, fc.nat(), (seed, label, key, attempt) => {
      const draw = drawOf(seed, label, key, attempt);
      expect(draw).toBeGreaterThanOrEqual(0);
      expect(draw).toBeLessThan(1);
      expect(drawOf(seed, label, key, attempt)).toBe(draw);
    }),
  );
});

it('each of its arguments changes it', () => {
  const draws = [
    drawOf('a', 'F1', 'V1', 1),
    drawOf('b', 'F1', 'V1', 1),
    drawOf('a', 'F2', 'V1', 1),
    drawOf('a', 'F1', 'V2', 1),
    drawOf('a', 'F1', 'V1', 2),
  ];
  expect(new Set(draws).size).toBe(5);
});

it('draws are spread evenly: a tenth in each tenth, within five deviations', () => {
  const counts = new Array<number>(10).fill(0);
  for (let key = 0; key < 10_000; key += 1) {
    const tenth = Math.floor(drawOf('even', 'F1', String(key), 1) * 10);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(5 * Math.sqrt(10_000 * 0.1 * 0.9));
});
