import { expect, it } from 'vitest';
import { dateTimeOf, instantOf } from '../../../src/kernel/civil-time.ts';
import { timeMeant } from '../../../src/platform/time/time-meant.ts';

const meant = (text: string, now = '2026-01-31 10:30:00') => {
  const at = timeMeant(text, instantOf(now));
  return at === undefined ? undefined : dateTimeOf(at);
};

it.each([
  ['2026-12-31', '2026-12-31 00:00:00'],
  ['2026-12-31 23:59:59', '2026-12-31 23:59:59'],
  ['+90s', '2026-01-31 10:31:30'],
  ['+5min', '2026-01-31 10:35:00'],
  ['+2h', '2026-01-31 12:30:00'],
  ['+3d', '2026-02-03 10:30:00'],
  ['+2w', '2026-02-14 10:30:00'],
  ['+1mo', '2026-02-28 10:30:00'],
  ['+1y', '2027-01-31 10:30:00'],
  ['tomorrow', '2026-02-01 00:00:00'],
  ['month-end', '2026-01-31 23:59:59'],
  ['year-end', '2026-12-31 23:59:59'],
])('%s is %s', (text, at) => {
  expect(meant(text)).toBe(at);
});

it('means the next end of the month once that has come', () => {
  expect(meant('month-end', '2026-01-31 23:59:59')).toBe('2026-02-28 23:59:59');
  expect(meant('year-end', '2026-12-31 23:59:59')).toBe('2027-12-31 23:59:59');
});

it.each(['', 'yesterday', '2026-02-30', '3d', '-3d', '+0.5h', '+121mo', '+11y', '+5000d', '2040-01-01', '+1e3d'])(
  'takes %j for nothing',
  (text) => {
    expect(meant(text)).toBeUndefined();
  },
);
