import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { machineWall, runningFrom, seededRandom } from '../../../src/platform/time/real-ports.ts';
import { virtualClock } from '../../../src/platform/time/virtual-clock.ts';

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

describe('the clock of the machine', () => {
  it('never stands, and may be told to read another time', () => {
    const start = instantOf('2028-11-22 08:00:00');
    const clock = virtualClock(machineWall, runningFrom(start));
    const first = clock.now();
    expect(first).toBeGreaterThanOrEqual(start);
    expect(clock.now()).toBeGreaterThanOrEqual(first);
  });
});
