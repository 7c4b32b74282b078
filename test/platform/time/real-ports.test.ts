import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { frozenClock, runningClock, seededRandom } from '../../../src/platform/time/real-ports.ts';

const draws = (next: () => number) => [next(), next(), next()];

describe('chance by label', () => {
  it('is the same for the same seed and label, whatever else is drawn', () => {
    const one = seededRandom('7');
    const other = seededRandom('7');
    draws(other.stream('persons'));
    expect(draws(other.stream('faults'))).toEqual(draws(one.stream('faults')));
  });

  it('differs by seed and by label', () => {
    const drawn = [seededRandom('7').stream('a'), seededRandom('7').stream('b'), seededRandom('8').stream('a')];
    expect(new Set(drawn.map((next) => next())).size).toBe(3);
  });
});

describe('a clock', () => {
  it('runs on from where it was set, or stands still', () => {
    const start = instantOf('2028-11-22 08:00:00');
    const running = runningClock(start);
    const first = running.now();
    expect(first).toBeGreaterThanOrEqual(start);
    expect(running.now()).toBeGreaterThanOrEqual(first);
    expect(frozenClock(start).now()).toBe(start);
  });
});
