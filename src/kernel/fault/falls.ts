import type { Instant } from '../civil-time.ts';
import type { Schedule } from './fault.ts';

/** Where a call stands in the series of those that match: 1 for the first, and its draw. */
export type Turn = { readonly nth: number; readonly now: Instant; readonly draw: () => number };

/** Whether the schedule strikes this call. */
export const falls = (schedule: Schedule, { nth, now, draw }: Turn): boolean => {
  if ('always' in schedule) return true;
  if ('nth' in schedule) return nth === schedule.nth;
  if ('every' in schedule) return nth % schedule.every === 0;
  if ('first' in schedule) return nth <= schedule.first;
  if ('rate' in schedule) return draw() < schedule.rate;
  if ('ramp' in schedule) return draw() < risen(schedule.ramp, now);
  if ('script' in schedule) return schedule.script[nth - 1] === 'fail';
  return now >= schedule.from && now < schedule.to;
};

const risen = ({ from, to }: { readonly from: Instant; readonly to: Instant }, now: Instant): number =>
  now >= to ? 1 : Math.max(0, (now - from) / (to - from));

/** The forms of a schedule as they are typed, for whoever typed another one. */
export const SCHEDULE_FORMS = [
  '{ "nth": 3 } 第 3 次',
  '{ "every": 10 } 每 10 次一次',
  '{ "first": 2 } 前 2 次',
  '{ "rate": 0.05, "seed": "a" } 按 0 到 1 的概率',
  '{ "from": "2026-09-01 10:00", "to": "2026-09-01 12:00" } 这段时间（to 晚于 from）',
  '{ "ramp": { "from": …, "to": … } } 逐渐增多',
  '{ "script": ["ok", "fail"] } 按次序',
].join('；');

/** The schedule in words, for whoever asks why a fault did not fire. */
export const scheduleInWords = (schedule: Schedule): string => {
  if ('always' in schedule) return '每次';
  if ('nth' in schedule) return `第 ${schedule.nth} 次`;
  if ('every' in schedule) return `每 ${schedule.every} 次一次`;
  if ('first' in schedule) return `前 ${schedule.first} 次`;
  if ('rate' in schedule) return `按 ${schedule.rate} 的概率`;
  if ('script' in schedule) return `按剧本 ${schedule.script.join(',')}`;
  return 'ramp' in schedule ? '在时间段内逐渐增多' : '在时间段内';
};
