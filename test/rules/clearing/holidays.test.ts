import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/kernel/civil-time.ts';
import { daysOf, HOLIDAY_NOTICES, STATE_COUNCIL } from '../../../src/rules/clearing/holidays.ts';
import { addWorkingDays, isWorkingDay, PLAIN_WEEKS } from '../../../src/rules/clearing/working-days.ts';

/**
 * The days themselves 法定节日 by 全国年节及纪念日放假办法 (2024-11 revision: 除夕 and 5 月 2 日 from 2025 on). Those of the lunar
 * calendar are written down once more here.
 */
const STATUTORY: Readonly<Record<string, readonly string[]>> = {
  2024: ['01-01', '02-10', '02-11', '02-12', '04-04', '05-01', '06-10', '09-17', '10-01', '10-02', '10-03'],
  2025: [
    '01-01', '01-28', '01-29', '01-30', '01-31', '04-04', '05-01', '05-02', '05-31', '10-06', '10-01', '10-02', '10-03',
  ],
  2026: [
    '01-01', '02-16', '02-17', '02-18', '02-19', '04-05', '05-01', '05-02', '06-19', '09-25', '10-01', '10-02', '10-03',
  ],
}; // prettier-ignore

describe.each(HOLIDAY_NOTICES)('the notice of $year', ({ year, source, dated, holidays, workdays }) => {
  const free = holidays.flatMap(daysOf);

  it('says whence it is, and was published in the year before', () => {
    expect(source).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
    expect(source).toContain(`〔${Number(year) - 1}〕`);
    expect(dated.slice(0, 4)).toBe(String(Number(year) - 1));
  });

  it('speaks of its own year, of no day twice, in order', () => {
    for (const day of [...free, ...workdays]) expect(day.slice(0, 4)).toBe(year);
    expect(new Set([...free, ...workdays]).size).toBe(free.length + workdays.length);
    expect(free.toSorted()).toEqual(free);
  });

  it('frees every statutory day', () => {
    expect(STATUTORY[year]).toBeDefined();
    for (const day of STATUTORY[year] ?? []) expect(free).toContain(`${year}-${day}`);
  });

  it('makes people work on Saturdays and Sundays only, near a holiday', () => {
    for (const day of workdays) {
      expect(isWorkingDay(day, PLAIN_WEEKS)).toBe(false);
      expect(isWorkingDay(day, STATE_COUNCIL)).toBe(true);
      expect(free.some((other) => Math.abs(daysBetween(day, other)) <= 7)).toBe(true);
    }
  });

  it('takes from a year what the statutory days take, whatever is swapped around them', () => {
    const all = Array.from({ length: daysBetween(`${year}-01-01`, `${year}-12-31`) + 1 }, (_one, index) =>
      addDays(`${year}-01-01`, index),
    );
    const count = (calendar: typeof STATE_COUNCIL) => all.filter((day) => isWorkingDay(day, calendar)).length;
    expect(count(PLAIN_WEEKS) - count(STATE_COUNCIL)).toBe((STATUTORY[year] ?? []).length);
  });
});

describe('the calendar of the notices', () => {
  it('changes nothing in a year without one', () => {
    fc.assert(
      fc.property(fc.constantFrom('2023', '2027', '2031'), fc.nat(364), (year, index) => {
        const day = addDays(`${year}-01-01`, index);
        expect(isWorkingDay(day, STATE_COUNCIL)).toBe(isWorkingDay(day, PLAIN_WEEKS));
      }),
    );
  });

  it('never ends a term on a free day', () => {
    fc.assert(
      fc.property(fc.nat(1_095), fc.integer({ min: 1, max: 30 }), (start, days) => {
        expect(isWorkingDay(addWorkingDays(addDays('2024-01-01', start), days, STATE_COUNCIL), STATE_COUNCIL)).toBe(
          true,
        );
      }),
    );
  });
});
