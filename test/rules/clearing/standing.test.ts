import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/kernel/civil-time.ts';
import { addPeriods, isPeriod, lastDayOf, periodOf } from '../../../src/rules/clearing/period.ts';
import {
  firstUnclosed,
  lastPeriod,
  openPeriod,
  standingOf,
  standingOfRefund,
  type Standing,
  type Verdict,
} from '../../../src/rules/clearing/standing.ts';

const WINDOWS = { confirmUntil: 8, carryOver: 2, yearEndMonth: 3 };

const standing = (month: string, today: string, ...verdicts: Verdict[]) => standingOf(month, verdicts, today, WINDOWS);

describe('a month of clearing', () => {
  it('is a text of year and month', () => {
    expect(['202601', '202612', '202600', '202613', '2026-1', ''].map(isPeriod)).toEqual([
      true, true, false, false, false, false,
    ]); // prettier-ignore
    expect(periodOf('2026-09-30 23:59:59')).toBe('202609');
    expect([addPeriods('202612', 1), addPeriods('202601', -1)]).toEqual(['202701', '202512']);
    expect(lastDayOf('202402')).toBe('2024-02-29');
  });

  it.each([
    ['2026-09-30', undefined],
    ['2026-10-01', '202609'],
    ['2026-10-08', '202609'],
    ['2026-10-09', undefined],
    ['2027-01-05', '202612'],
  ])('on %s the month that may be confirmed is %s', (today, open) => {
    expect(openPeriod(today, WINDOWS)).toBe(open);
  });
});

describe('a row of 2026-09 that nobody confirms', () => {
  it.each([
    ['2026-09-15', '202609', 'open'],
    ['2026-10-08', '202609', 'open'],
    ['2026-10-09', '202610', 'open'],
    ['2026-11-08', '202610', 'open'],
    ['2026-11-09', '202611', 'open'],
    ['2026-12-08', '202611', 'open'],
    ['2026-12-09', '202611', 'lapsed'],
    ['2028-01-01', '202611', 'lapsed'],
  ])('stands on %s in %s, %s', (today, period, state) => {
    expect(standing('202609', today)).toEqual({ period, state });
  });

  it('is held where the institution left it out, and open again in the next month', () => {
    const left = { period: '202609', confirmed: false };
    expect(standing('202609', '2026-10-05', left)).toEqual({ period: '202609', state: 'held' });
    expect(standing('202609', '2026-10-09', left)).toEqual({ period: '202610', state: 'open' });
  });
});

describe('the end of the year', () => {
  it('is the last month of what a longer carry-over would take further', () => {
    const long = { ...WINDOWS, carryOver: 12 };
    expect([lastPeriod('202609', long), lastPeriod('202612', long)]).toEqual(['202703', '202703']);
    expect([lastPeriod('202609', WINDOWS), lastPeriod('202612', WINDOWS)]).toEqual(['202611', '202702']);
  });
});

describe('a refund', () => {
  const refund = (month: string, original: Standing, today: string, ...verdicts: Verdict[]) =>
    standingOfRefund(month, verdicts, original, today, WINDOWS);

  it('of a confirmed settlement stands in its own month', () => {
    const original = { period: '202609', state: 'confirmed' } as const;
    expect(refund('202610', original, '2026-10-20')).toEqual({ period: '202610', state: 'open' });
    expect(refund('202610', original, '2026-11-09')).toEqual({ period: '202611', state: 'open' });
  });

  it('waits with a settlement that waits, and lapses with it', () => {
    expect(refund('202609', standing('202609', '2026-10-20'), '2026-10-20').period).toBe('202610');
    expect(refund('202609', standing('202609', '2026-12-20'), '2026-12-20').state).toBe('lapsed');
  });
});

/** A day within some years from 2024 on. */
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days));

describe('whatever day it is', () => {
  it('a row stands in one month, never before its own, never earlier as time goes by', () => {
    fc.assert(
      fc.property(
        day,
        fc.array(fc.nat(40), { maxLength: 30 }),
        fc.integer({ min: 5, max: 8 }),
        (settled, gaps, until) => {
          const windows = { ...WINDOWS, confirmUntil: until };
          const month = periodOf(settled);
          let today = settled;
          let before = standingOf(month, [], today, windows);
          for (const gap of gaps) {
            today = addDays(today, gap);
            const now = standingOf(month, [], today, windows);
            expect(now.period >= before.period && now.period >= month).toBe(true);
            expect(now.period <= addPeriods(month, 2)).toBe(true);
            expect(before.state === 'lapsed' && now.state !== 'lapsed').toBe(false);
            before = now;
          }
        },
      ),
    );
  });

  it('what is confirmed stays where it was confirmed', () => {
    fc.assert(
      fc.property(day, fc.nat(100), fc.nat(1_000), (settled, wait, later) => {
        const month = periodOf(settled);
        const today = addDays(settled, wait);
        const open = openPeriod(today, WINDOWS);
        const here = standingOf(month, [], today, WINDOWS);
        fc.pre(open !== undefined && here.period === open && here.state === 'open');
        const verdicts = [{ period: here.period, confirmed: true }];
        const then = standingOf(month, verdicts, addDays(today, later), WINDOWS);
        expect(then).toEqual({ period: here.period, state: 'confirmed' });
      }),
    );
  });

  it('every month has its days of confirmation', () => {
    fc.assert(
      fc.property(day, (today) => {
        const open = openPeriod(today, WINDOWS);
        const closed = firstUnclosed(today, WINDOWS);
        expect(open === undefined ? closed : open).toBe(closed);
        expect(closed === periodOf(today) || closed === addPeriods(periodOf(today), -1)).toBe(true);
      }),
    );
  });
});
