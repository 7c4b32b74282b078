import { expect, it } from 'vitest';
import { isRelativeDate, relativeDate, relativeMonth } from '../../../../src/platform/workspace/seeds/relative-date.ts';

it.each([
  ['today', '2026-03-31'],
  ['-400d', '2025-02-24'],
  ['+1y', '2027-03-31'],
  ['-1m', '2026-02-28'],
  ['-1m-1d', '2026-02-27'],
  ['month-start', '2026-03-01'],
  ['year-start', '2026-01-01'],
  ['year-start-1d', '2025-12-31'],
  ['year-end+1m', '2027-01-31'],
])('reads %s from 2026-03-31 as %s', (text, day) => {
  expect(relativeDate(text, '2026-03-31')).toBe(day);
});

it('takes a year from the 29th of February to the 28th', () => {
  expect(relativeDate('+1y', '2028-02-29')).toBe('2029-02-28');
});

it.each(['', '2026-03-31', '400d', '-1w', 'yesterday', '- 1d', '+1y today'])('does not know %j', (text) => {
  expect(isRelativeDate(text)).toBe(false);
  expect(() => relativeDate(text, '2026-03-31')).toThrow('impossible');
});

it('names the month of contributions', () => {
  expect(relativeMonth('-1m', '2026-01-15')).toBe('202512');
});
