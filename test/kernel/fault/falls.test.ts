import { describe, expect, it } from 'vitest';
import { falls, scheduleInWords } from '../../../src/kernel/fault/falls.ts';
import type { Schedule } from '../../../src/kernel/fault/fault.ts';
import { NOW } from './rows.ts';

const never = () => {
  throw new Error('no chance is asked');
};

/** Which of the first calls are struck. */
const struck = (schedule: Schedule, calls = 8): number[] =>
  Array.from({ length: calls }, (_, index) => index + 1).filter((nth) =>
    falls(schedule, { nth, now: NOW, draw: never }),
  );

const between = (minutes: number, schedule: Schedule, draw: number) =>
  falls(schedule, { nth: 1, now: NOW + minutes * 60_000, draw: () => draw });

describe('a schedule', () => {
  it.each<[string, Schedule, number[]]>([
    ['always', { always: true }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['the third', { nth: 3 }, [3]],
    ['every third', { every: 3 }, [3, 6]],
    ['each', { every: 1 }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['the first two', { first: 2 }, [1, 2]],
    ['a script, over at its end', { script: ['ok', 'fail', 'ok', 'fail'] }, [2, 4]],
  ])('strikes %s', (_name, schedule, calls) => expect(struck(schedule)).toEqual(calls));

  it('by chance strikes below its rate: never at 0, always at 1', () => {
    const at = (rate: number, draw: number) => between(0, { rate, seed: 'a' }, draw);
    expect([at(0.3, 0.2999), at(0.3, 0.3), at(0, 0), at(1, 0.999_999)]).toEqual([true, false, false, true]);
  });

  it('of a time strikes from its beginning until before its end', () => {
    const window: Schedule = { from: NOW, to: NOW + 600_000 };
    expect([-1, 0, 9, 10, 11].map((minutes) => between(minutes, window, 0))).toEqual([false, true, true, false, false]);
  });

  it('that grows strikes never before, half of the time in its middle, always after', () => {
    const ramp: Schedule = { ramp: { from: NOW, to: NOW + 600_000 }, seed: 'a' };
    expect([-5, 0].map((minutes) => between(minutes, ramp, 0))).toEqual([false, false]);
    expect([0.49, 0.51].map((draw) => between(5, ramp, draw))).toEqual([true, false]);
    expect([10, 60].map((minutes) => between(minutes, ramp, 0.999_999))).toEqual([true, true]);
  });

  it('whose end stands before its beginning, or with it, is over or all there: no division by nothing', () => {
    expect(between(0, { ramp: { from: NOW, to: NOW }, seed: 'a' }, 0.5)).toBe(true);
    expect(between(0, { from: NOW, to: NOW }, 0)).toBe(false);
  });

  it.each<[Schedule, string]>([
    [{ always: true }, '每次'],
    [{ nth: 3 }, '第 3 次'],
    [{ every: 10 }, '每 10 次一次'],
    [{ first: 2 }, '前 2 次'],
    [{ rate: 0.05, seed: 'a' }, '按 0.05 的概率'],
    [{ script: ['ok', 'fail'] }, '按剧本 ok,fail'],
    [{ from: NOW, to: NOW }, '在时间段内'],
    [{ ramp: { from: NOW, to: NOW }, seed: 'a' }, '在时间段内逐渐增多'],
  ])('is told in words: %j', (schedule, words) => expect(scheduleInWords(schedule)).toBe(words));
});
