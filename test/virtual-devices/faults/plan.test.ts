import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { faultForm } from '../../../src/virtual-devices/faults/fault.ts';
import { isAlive, lifeOf, strike, type Call, type Planned } from '../../../src/virtual-devices/faults/plan.ts';
import { NOW } from '../test-desk.ts';

const planned = (form: object, id = 'f1'): Planned => ({
  fault: { ...faultForm.parse({ kind: 'no-card', ...form }), id },
  since: NOW,
  seen: 0,
  fired: 0,
});

const READ: Call = { device: 'reader-1', command: 'read-card' };

/** Which of so many commands are struck, by number from 1. */
const struckOf = (plan: readonly Planned[], count: number, call = READ, now = NOW): number[] => {
  let current = plan;
  return Array.from({ length: count }, (_, index) => index + 1).filter(() => {
    const struck = strike(current, call, now);
    current = struck.plan;
    return struck.hit !== undefined;
  });
};

describe('the schedule of a fault', () => {
  it.each([
    ['always', {}, [1, 2, 3, 4, 5, 6]],
    ['the n-th', { schedule: { nth: 3 } }, [3]],
    ['every k-th', { schedule: { every: 2 } }, [2, 4, 6]],
    ['the first ones', { schedule: { first: 2 } }, [1, 2]],
    ['as written', { schedule: { script: ['ok', 'fail', 'ok', 'fail'] } }, [2, 4]],
    ['so often and no more', { count: 2 }, [1, 2]],
    ['never at a rate of 0', { schedule: { rate: 0 } }, []],
  ])('%s', (_name, form, expected) => {
    expect(struckOf([planned(form)], 6)).toEqual(expected);
  });

  it('by a rate is the same again for the same seed, and near the rate', () => {
    const form = { schedule: { rate: 0.05, seed: 'a' } };
    const struck = struckOf([planned(form)], 4_000);
    expect(struckOf([planned(form)], 4_000)).toEqual(struck);
    expect(struck.length).toBeGreaterThan(150);
    expect(struck.length).toBeLessThan(250);
    expect(struckOf([planned({ schedule: { rate: 0.05, seed: 'b' } })], 4_000)).not.toEqual(struck);
  });

  it('goes by the workspace’s clock: from, to, and a life', () => {
    const form = { schedule: { from: '2026-09-01 10:05', to: '2026-09-01 10:06' } };
    const at = (text: string) => struckOf([planned(form)], 1, READ, instantOf(text)).length;
    expect([at('2026-09-01 10:04:59'), at('2026-09-01 10:05:00'), at('2026-09-01 10:06:00')]).toEqual([0, 1, 0]);
    expect(lifeOf('15m')).toBe(900_000);
    expect(isAlive(planned({ ttl: '15m' }), NOW + 899_999)).toBe(true);
    expect(isAlive(planned({ ttl: '15m' }), NOW + 900_000)).toBe(false);
  });
});

describe('a fault concerns', () => {
  it('the device and the command that it names', () => {
    expect(struckOf([planned({ when: { device: 'reader-2' } })], 1)).toEqual([]);
    expect(struckOf([planned({ when: { command: ['read-card', 'scan'] } })], 1)).toEqual([1]);
    expect(struckOf([planned({ when: { command: 'scan' } })], 1)).toEqual([]);
  });

  it('what its kind is about where it names no command', () => {
    const of = (kind: string, command: Call['command']) =>
      struckOf([planned({ kind })], 1, { device: 'reader-1', command }).length;
    expect([of('pin-wrong', 'read-card'), of('pin-wrong', 'verify-pin')]).toEqual([0, 1]);
    expect([of('no-card', 'read-id'), of('no-card', 'read-card')]).toEqual([0, 1]);
    expect([of('hang', 'status'), of('hang', 'open'), of('hang', 'scan')]).toEqual([0, 0, 1]);
  });

  it('one command at a time: the first by priority strikes, all that were in question count', () => {
    const plan = [planned({}, 'low'), planned({ priority: 5 }, 'high')];
    const struck = strike(plan, READ, NOW);
    expect(struck.hit?.id).toBe('high');
    expect(struck.plan.map(({ seen, fired }) => [seen, fired])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});
