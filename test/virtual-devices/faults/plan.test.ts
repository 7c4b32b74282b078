import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { spent } from '../../../src/kernel/fault/plan.ts';
import { faultForm } from '../../../src/virtual-devices/faults/fault.ts';
import { keptOf, strike, type Call, type Kept } from '../../../src/virtual-devices/faults/plan.ts';
import { scheduleOf, type ScheduleForm } from '../../../src/virtual-devices/faults/schedule-form.ts';
import { callOf, faultOf, play } from '../../kernel/fault/rows.ts';
import { NOW } from '../test-desk.ts';

const meant = (form: ScheduleForm | undefined) => {
  const schedule = scheduleOf(form);
  if (!schedule.ok) throw new Error(schedule.error);
  return schedule.value;
};

const planned = (form: object, id = 'f1'): Kept => {
  const order = { ...faultForm.parse({ kind: 'no-card', ...form }), id };
  return keptOf(order, meant(order.schedule), NOW);
};

const READ: Call = { device: 'reader-1', command: 'read-card' };

/** Which of so many commands are struck, by number from 1. */
const struckOf = (plan: readonly Kept[], count: number, call = READ, now = NOW): number[] => {
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
    expect(spent(planned({ ttl: '15m' }), NOW + 899_999)).toBeUndefined();
    expect(spent(planned({ ttl: '15m' }), NOW + 900_000)).toBe('已过有效期');
  });

  it('grows from never to always', () => {
    const ramp = { schedule: { ramp: { from: '2026-09-01 10:00', to: '2026-09-01 11:00' }, seed: 'a' } };
    const share = (time: string) => struckOf([planned(ramp)], 1_000, READ, instantOf(`2026-09-01 ${time}`)).length;
    expect([share('09:59:59'), share('10:00:00'), share('11:00:00')]).toEqual([0, 0, 1_000]);
    expect(Math.abs(share('10:30:00') - 500)).toBeLessThan(80);
  });
});

const schedules: fc.Arbitrary<ScheduleForm> = fc.oneof(
  fc.record({ nth: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ every: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ first: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ rate: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.string({ maxLength: 3 }) }),
  fc.constant({ from: '2026-09-01 09:00', to: '2026-09-01 11:00' }),
  fc.constant({ ramp: { from: '2026-09-01 09:00', to: '2026-09-01 11:00' }, seed: 'a' }),
  fc.record({ script: fc.array(fc.constantFrom('ok' as const, 'fail' as const), { minLength: 1, maxLength: 20 }) }),
);
const commands = fc.array(fc.constantFrom<Call['command']>('read-card', 'verify-pin', 'read-card-number'), {
  maxLength: 40,
});

describe('whatever the schedule and the count', () => {
  it('a fault strikes the very commands that it would strike as messages', () => {
    const counts = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(schedules, counts, commands, (schedule, count, given) => {
        const counted = count === undefined ? {} : { count };
        let plan: readonly Kept[] = [planned({ schedule, ...counted })];
        const atDevice = given.map((command) => {
          const struck = strike(plan, { device: 'reader-1', command }, NOW);
          plan = struck.plan;
          return struck.hit ? [struck.hit.id] : [];
        });
        const messages = given.map((command) => callOf({ key: `reader-1 ${command}` }));
        expect(atDevice).toEqual(play([faultOf({ id: 'f1', schedule: meant(schedule), ...counted })], messages, NOW));
      }),
    );
  });

  it('by chance strikes the commands of a reader whatever another one does meanwhile', () => {
    const form = { schedule: { rate: 0.3, seed: 'a' } };
    const alone = struckOf([planned(form)], 200);
    let plan: readonly Kept[] = [planned(form)];
    const between = Array.from({ length: 200 }, (_, index) => index + 1).filter(() => {
      const other = strike(plan, { device: 'reader-2', command: 'read-card' }, NOW);
      const struck = strike(other.plan, READ, NOW);
      plan = struck.plan;
      return struck.hit !== undefined;
    });
    expect(between).toEqual(alone);
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
