import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/kernel/civil-time.ts';
import { CLEARING_FIGURES, clearingRules } from '../../../src/rules/clearing/calendar.ts';
import { STATE_COUNCIL } from '../../../src/rules/clearing/holidays.ts';
import { plainYears, scheduleOf } from '../../../src/rules/clearing/schedule.ts';
import { addWorkingDays, isWorkingDay, PLAIN_WEEKS } from '../../../src/rules/clearing/working-days.ts';

const RULES = clearingRules();

describe('figures', () => {
  it('say each where they come from and how well they are founded', () => {
    for (const { source, title, fidelity } of Object.values(CLEARING_FIGURES)) {
      expect(source.length > 3 && title.length > 3).toBe(true);
      expect(['documented', 'reconstructed', 'sandbox']).toContain(fidelity);
    }
    expect(clearingRules({ confirmUntil: 5 })).toEqual({ ...RULES, confirmUntil: 5 });
  });
});

describe('working days', () => {
  const NATIONAL_DAY = {
    years: new Set(['2026']),
    holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
    workdays: new Set(['2026-10-10']),
  };

  it('are Monday to Friday, holidays and worked weekends aside', () => {
    expect(['2026-09-25', '2026-09-26', '2026-09-27'].map((day) => isWorkingDay(day, PLAIN_WEEKS))).toEqual([
      true, false, false,
    ]); // prettier-ignore
    expect(addWorkingDays('2026-09-30', 5, PLAIN_WEEKS)).toBe('2026-10-07');
    expect(addWorkingDays('2026-09-30', 3, NATIONAL_DAY)).toBe('2026-10-10');
    expect(addWorkingDays('2026-09-30', 0, NATIONAL_DAY)).toBe('2026-09-30');
  });

  it('lie behind each other, five in every seven days', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(60), (start, days) => {
        const from = addDays('2020-01-01', start);
        const to = addWorkingDays(from, days, PLAIN_WEEKS);
        const between = Array.from({ length: daysBetween(from, to) }, (_one, index) => addDays(from, index + 1));
        expect(between.filter((day) => isWorkingDay(day, PLAIN_WEEKS))).toHaveLength(days);
      }),
    );
  });
});

describe('the days of a month', () => {
  it('are those of the month after it, then working days from the notices on', () => {
    expect(scheduleOf('202609', RULES, PLAIN_WEEKS)).toEqual({
      confirmFrom: '2026-10-01',
      confirmUntil: '2026-10-08',
      fileBy: '2026-10-20',
      generateOn: '2026-10-21',
      payerConfirmBy: '2026-10-25',
      noticeBy: '2026-10-31',
      financeBy: '2026-11-06',
      transferBy: '2026-11-20',
      feedbackBy: '2026-11-27',
    });
    expect(scheduleOf('202601', RULES, PLAIN_WEEKS).noticeBy).toBe('2026-02-28');
  });

  it.each([
    ['202608', '2026-09-30', '2026-10-13', '2026-10-27', '2026-11-03', '国庆节 moves it by three working days'],
    ['202609', '2026-10-31', '2026-11-06', '2026-11-20', '2026-11-27', 'no holiday lies behind its notices'],
    ['202512', '2026-01-31', '2026-02-06', '2026-02-27', '2026-03-05', '春节, and two Saturdays that are worked'],
    ['202412', '2025-01-31', '2025-02-10', '2025-02-24', '2025-03-03', '春节, and 2025-02-08 that is worked'],
  ])('of %s go round holidays', (period, noticeBy, financeBy, transferBy, feedbackBy) => {
    const schedule = scheduleOf(period, RULES, STATE_COUNCIL);
    expect(schedule).toMatchObject({ noticeBy, financeBy, transferBy, feedbackBy });
    expect(plainYears(schedule, STATE_COUNCIL)).toEqual([]);
  });

  it('are those of plain weeks in a year that nobody has published, and say so', () => {
    const february = scheduleOf('202702', RULES, STATE_COUNCIL);
    expect(february).toEqual(scheduleOf('202702', RULES, PLAIN_WEEKS));
    expect(plainYears(february, STATE_COUNCIL)).toEqual(['2027']);
    expect(plainYears(scheduleOf('202611', RULES, STATE_COUNCIL), STATE_COUNCIL)).toEqual(['2027']);
    expect(plainYears(scheduleOf('202610', RULES, STATE_COUNCIL), STATE_COUNCIL)).toEqual([]);
  });
});
