import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageInTenths,
  dateOf,
  dateTimeOf,
  daysBetween,
  instantOf,
  isCivilDate,
  isCivilDateTime,
  momentOf,
  stamp14,
  stamp17,
  stamp6,
  yearsBetween,
} from '../../src/kernel/civil-time.ts';
import { everyDay, monthLength } from './slow-calendar.ts';

const DAY = 86_400_000;
const days = everyDay(1900, 2100);
const day = fc.constantFrom(...days);
const instants = fc.integer({ min: instantOf('1900-01-01'), max: instantOf('2100-12-31') });

describe('a day', () => {
  it('is the one that counting day by day arrives at, from 1900 to 2100', () => {
    const first = instantOf('1900-01-01');
    const wrong = days.filter(
      (date, index) =>
        instantOf(date) !== first + index * DAY ||
        dateOf(first + index * DAY) !== date ||
        addDays('1900-01-01', index) !== date ||
        !isCivilDate(date),
    );
    expect(days).toHaveLength(73_414);
    expect(wrong).toEqual([]);
  });

  it('exists or not', () => {
    expect(isCivilDate('2000-02-29')).toBe(true);
    expect(isCivilDate('1900-02-29')).toBe(false);
    expect(isCivilDate('2023-02-29')).toBe(false);
    expect(isCivilDate('2024-04-31')).toBe(false);
    expect(isCivilDate('2024-13-01')).toBe(false);
    expect(isCivilDate('2024-00-10')).toBe(false);
    expect(isCivilDate('2024-1-1')).toBe(false);
    expect(isCivilDate('2024-01-01 ')).toBe(false);
  });

  it('has moments that a person types to the minute or the second, with a blank or a T', () => {
    const ten = instantOf('2026-09-01 10:00:00');
    const typed = ['2026-09-01 10:00', ' 2026-09-01T10:00 ', '2026-09-01 10:00:00', '2026-09-01T10:00:00'];
    expect(typed.map(momentOf)).toEqual([ten, ten, ten, ten]);
    expect(['', 'soon', '2026-09-01', '2026-02-30 10:00', '2026-09-01 24:00'].map(momentOf)).toEqual(
      new Array(5).fill(undefined),
    );
  });

  it('goes back as far as it went forward', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -36_500, max: 36_500 }), (date, count) => {
        expect(addDays(addDays(date, count), -count)).toBe(date);
        expect(daysBetween(date, addDays(date, count))).toBe(count);
      }),
    );
  });
});

describe('a moment', () => {
  it('is that of Shanghai, eight hours before UTC', () => {
    expect(dateTimeOf(0)).toBe('1970-01-01 08:00:00');
    expect(dateOf(instantOf('2025-01-01') - 1)).toBe('2024-12-31');
    expect(instantOf('2025-03-01 00:00:00')).toBe(instantOf('2025-03-01'));
  });

  it('is that of Shanghai on a machine that stands elsewhere', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).not.toBe('Asia/Shanghai');
    expect(dateTimeOf(0)).toBe('1970-01-01 08:00:00');
  });

  it('comes back from its text, to the second', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantOf(dateTimeOf(instant))).toBe(Math.floor(instant / 1000) * 1000);
        expect(isCivilDateTime(dateTimeOf(instant))).toBe(true);
        expect(dateTimeOf(instant).slice(0, 10)).toBe(dateOf(instant));
      }),
    );
  });

  it('exists or not', () => {
    expect(isCivilDateTime('2024-02-29 23:59:59')).toBe(true);
    expect(isCivilDateTime('2024-02-29 24:00:00')).toBe(false);
    expect(isCivilDateTime('2024-02-29 23:60:00')).toBe(false);
    expect(isCivilDateTime('2023-02-29 12:00:00')).toBe(false);
    expect(isCivilDateTime('2024-02-29T12:00:00')).toBe(false);
    expect(isCivilDateTime('2024-02-29')).toBe(false);
  });

  it('is stamped into ids with 6, 14 or 17 digits', () => {
    const instant = instantOf('2025-03-09 07:05:03') + 42;
    expect(stamp6(instant)).toBe('250309');
    expect(stamp14(instant)).toBe('20250309070503');
    expect(stamp17(instant)).toBe('20250309070503042');
    expect(stamp17(-1)).toBe('19700101075959999');
  });
});

describe('months later', () => {
  it('is the same day, or the last one of a shorter month', () => {
    expect(addMonths('2025-01-15', 1)).toBe('2025-02-15');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2025-01-01', -1)).toBe('2024-12-01');
  });

  it('is what the calendar says, between 1900 and 2100', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
        const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
        const last = Math.min(Number(date.slice(8)), monthLength(year, month));
        const two = (value: number) => String(value).padStart(2, '0');
        expect(addMonths(date, months)).toBe(`${year}-${two(month)}-${two(last)}`);
      }),
    );
  });
});

describe('age', () => {
  it('is full years, and tenths of the year begun', () => {
    expect(yearsBetween('1990-05-20', '2025-05-19')).toBe(34);
    expect(yearsBetween('1990-05-20', '2025-05-20')).toBe(35);
    expect(ageInTenths('1990-05-20', '2025-05-20')).toBe(350);
    expect(ageInTenths('1990-05-20', '2025-06-26')).toBe(351); // 37 days on: just over a tenth
    expect(ageInTenths('1990-05-20', '2026-05-19')).toBe(359);
  });

  it('of who was born on 29 February turns on 1 March of a common year', () => {
    expect(yearsBetween('2000-02-29', '2025-02-28')).toBe(24);
    expect(yearsBetween('2000-02-29', '2025-03-01')).toBe(25);
    expect(ageInTenths('2000-02-29', '2025-02-28')).toBe(249);
    expect(ageInTenths('2000-02-29', '2025-03-01')).toBe(250);
  });

  it('of a newborn is nothing', () => {
    expect(ageInTenths('2025-05-20', '2025-05-20')).toBe(0);
  });

  it('never falls from one day to the next, and its whole part is the years', () => {
    fc.assert(
      fc.property(day, fc.nat(36_500), (birth, lived) => {
        const [today, tomorrow] = [addDays(birth, lived), addDays(birth, lived + 1)];
        expect(ageInTenths(birth, tomorrow)).toBeGreaterThanOrEqual(ageInTenths(birth, today));
        expect(Math.floor(ageInTenths(birth, today) / 10)).toBe(yearsBetween(birth, today));
      }),
    );
  });
});
