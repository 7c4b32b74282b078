import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/kernel/fault/fault.ts';
import { judge } from '../../../src/kernel/fault/plan.ts';
import { binomialBounds } from './binomial.ts';
import { callOf, faultOf, NOW, play } from './rows.ts';

const calls = (many: number, key = 'V1') => Array.from({ length: many }, () => callOf({ key }));
const keyed = (keys: readonly string[]) => keys.map((key) => callOf({ key }));
const whys = (faults: Parameters<typeof judge>[0], now = NOW) =>
  judge(faults, callOf(), now, () => 0).map(({ fault, why }) => [fault.id, why]);

describe('which of several faults strike', () => {
  const a = faultOf({ id: 'A' });
  const b = faultOf({ id: 'B' });

  it('is the first that was armed, and the others give way to it', () => {
    expect(play([a, b], calls(1))).toEqual([['A']]);
    expect(whys([a, b])).toEqual([
      ['A', '会触发'],
      ['B', '让给先触发的 A（stack 为 false）'],
    ]);
  });

  it('is the one of the highest priority first', () => {
    expect(play([a, faultOf({ id: 'C', priority: 5 }), b], calls(1))).toEqual([['C']]);
  });

  it('are all that stack besides one that does not, in the order of priority', () => {
    const below = faultOf({ id: 'S', stack: true, priority: -1 });
    const above = faultOf({ id: 'T', stack: true, priority: 1 });
    expect(play([a, below, b, above], calls(1))).toEqual([['T', 'A', 'S']]);
  });

  it('is another one when the first is not due; it was counted though', () => {
    expect(play([faultOf({ id: 'A', schedule: { every: 2 } }), b], calls(4))).toEqual([['B'], ['A'], ['B'], ['A']]);
    expect(whys([faultOf({ schedule: { nth: 3 }, seen: 1 })])).toEqual([
      ['F1', '条件都符合，是第 2 次，第 3 次触发，这次不触发'],
    ]);
  });

  it('is counted by each whom the call is for, whoever strikes', () => {
    const third = faultOf({ id: 'N', schedule: { nth: 3 }, priority: -1, stack: true });
    expect(play([a, third], calls(4))).toEqual([['A'], ['A'], ['A', 'N'], ['A']]);
  });

  it('is none of those that are for other calls: they count nothing', () => {
    const other = faultOf({ when: { infno: ['1107'] }, schedule: { nth: 2 } });
    const played = play([other], [callOf(), callOf({ infno: '1107' }), callOf(), callOf({ infno: '1107' })]);
    expect(played).toEqual([[], [], [], ['F1']]);
  });
});

describe('a fault that heals', () => {
  it('is spent after its count', () => {
    expect(play([faultOf({ count: 2 })], calls(4))).toEqual([['F1'], ['F1'], [], []]);
    expect(whys([faultOf({ count: 2, fired: 2 })])).toEqual([['F1', '已触发 2 次，次数用完']]);
  });

  it('is spent from the very moment at which it expires', () => {
    const fault = faultOf({ expiresAt: NOW + 1 });
    expect([NOW, NOW + 1].map((now) => play([fault], calls(1), now)[0])).toEqual([['F1'], []]);
    expect(whys([fault], NOW + 1)).toEqual([['F1', '已过有效期']]);
  });

  it('lets the next one strike', () => {
    expect(play([faultOf({ id: 'A', count: 1 }), faultOf({ id: 'B' })], calls(2))).toEqual([['A'], ['B']]);
  });
});

const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant({ always: true } as const),
  fc.record({ nth: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ every: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ first: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ rate: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.string({ maxLength: 3 }) }),
  fc.record({ script: fc.array(fc.constantFrom('ok', 'fail'), { minLength: 1, maxLength: 20 }) }),
);
const keys = fc.array(fc.constantFrom('V1', 'V2', 'V3'), { maxLength: 40 });

/** What struck the calls of one key, in their order. */
const ofKey = (order: readonly string[], struck: readonly string[][], key: string) =>
  struck.filter((_, index) => order[index] === key);

describe('whatever is armed', () => {
  it('strikes the same calls when they come again in the same order', () => {
    fc.assert(
      fc.property(schedule, keys, (each, order) => {
        expect(play([faultOf({ schedule: each })], keyed(order))).toEqual(
          play([faultOf({ schedule: each })], keyed(order)),
        );
      }),
    );
  });

  it('never fires more often than its count says', () => {
    fc.assert(
      fc.property(schedule, keys, fc.integer({ min: 1, max: 5 }), (each, order, count) => {
        const struck = play([faultOf({ schedule: each, count })], keyed(order)).flat();
        expect(struck.length).toBeLessThanOrEqual(count);
      }),
    );
  });

  it('by chance strikes the calls of a key whatever comes between them', () => {
    fc.assert(
      fc.property(keys, fc.double({ min: 0, max: 1, noNaN: true }), (order, rate) => {
        const fault = faultOf({ schedule: { rate, seed: 'a' } });
        const mixed = play([fault], keyed(order));
        for (const key of ['V1', 'V2', 'V3']) {
          const alone = order.filter((each) => each === key);
          expect(ofKey(order, mixed, key)).toEqual(play([fault], keyed(alone)));
        }
      }),
    );
  });

  it('strikes once at most, unless it stacks', () => {
    const faults = fc.array(fc.record({ priority: fc.integer({ min: -2, max: 2 }), stack: fc.boolean(), schedule }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(faults, keys, (rows, order) => {
        const armed = rows.map((row, index) => faultOf({ id: `F${index}`, ...row }));
        const stacking = new Set(armed.filter(({ stack }) => stack).map(({ id }) => id));
        for (const struck of play(armed, keyed(order))) {
          expect(struck.filter((id) => !stacking.has(id)).length).toBeLessThanOrEqual(1);
          expect(new Set(struck).size).toBe(struck.length);
        }
      }),
    );
  });
});

describe('a rate over 10,000 calls', () => {
  const CALLS = 10_000;
  const order = Array.from({ length: CALLS }, (_, index) => `V${index % 2_500}`);
  const firings = (rate: number, seed: string) => play([faultOf({ schedule: { rate, seed } })], keyed(order));

  it.each([
    [0.001, 'a'],
    [0.05, 'a'],
    [0.05, 'b'],
    [0.5, 'a'],
    [0.9, 'c'],
  ])('of %f (seed %s) is within the exact binomial bound, and strikes the same calls on a second run', (rate, seed) => {
    const first = firings(rate, seed);
    const { least, most } = binomialBounds(CALLS, rate, 1e-6);
    expect(first.flat().length).toBeGreaterThanOrEqual(least);
    expect(first.flat().length).toBeLessThanOrEqual(most);
    expect(firings(rate, seed)).toEqual(first);
  });

  it('strikes other calls with another seed', () => expect(firings(0.05, 'a')).not.toEqual(firings(0.05, 'b')));

  it('sizes what it does by another draw than the one that decided', () => {
    const fault = faultOf({ schedule: { rate: 0.05, seed: 'a' } });
    const sizes = order.flatMap((key) => judge([fault], callOf({ key }), NOW, () => 0)[0]?.strike?.draw ?? []);
    expect(Math.max(...sizes)).toBeGreaterThan(0.5);
  });
});
