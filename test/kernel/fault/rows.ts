import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Call } from '../../../src/kernel/fault/call.ts';
import type { Fault } from '../../../src/kernel/fault/fault.ts';
import { byChance, counted, judge } from '../../../src/kernel/fault/plan.ts';

export const NOW = instantOf('2026-09-01 10:00:00');

export const faultOf = (row: Partial<Fault> = {}): Fault => ({
  id: 'F1',
  kind: 'delay',
  when: {},
  schedule: { always: true },
  scope: 'before-commit',
  with: {},
  priority: 0,
  stack: false,
  seen: 0,
  fired: 0,
  ...row,
});

export const callOf = (row: Partial<Call> = {}): Call => ({
  door: 'hospital',
  infno: '2207',
  field: () => undefined,
  key: 'V1',
  ...row,
});

/** Plays calls one after another, as whoever keeps the faults does; per call the faults that strike. */
export const play = (armed: readonly Fault[], calls: readonly Call[], now = NOW): string[][] => {
  let faults = [...armed];
  const attempts = new Map<string, number>();
  const attemptsOf = (fault: Fault, key: string) => attempts.get(`${fault.id} ${key}`) ?? 0;
  return calls.map((call) => {
    const judged = judge(faults, call, now, attemptsOf);
    const met = judged.filter((one) => one.met);
    faults = faults.map((fault) => {
      const own = met.find((one) => one.fault === fault);
      return own ? counted(own) : fault;
    });
    for (const { fault } of met) {
      if (byChance(fault.schedule)) attempts.set(`${fault.id} ${call.key}`, attemptsOf(fault, call.key) + 1);
    }
    return judged.flatMap(({ strike }) => strike?.fault.id ?? []);
  });
};
