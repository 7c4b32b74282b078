import { addDays, daysBetween, type CivilDate } from '../../kernel/civil-time.ts';
import type { WorkCalendar } from './working-days.ts';

/** A holiday as a notice frees it, weekends within it included. */
export type Holiday = { readonly name: string; readonly from: CivilDate; readonly to: CivilDate };

/** The yearly notice 国务院办公厅关于某年部分节假日安排的通知, as facts (documented). */
export type HolidayNotice = {
  readonly year: string;
  readonly source: string;
  readonly dated: CivilDate;
  readonly checkedOn: CivilDate;
  readonly holidays: readonly Holiday[];
  /** Weekends on which people work 调休上班. */
  readonly workdays: readonly CivilDate[];
};

/**
 * What the State Council has published. A year that is not here counts as plain weeks. It is a table of the rules and
 * no seed: it is the same for every workspace and every place, and the schedule of a month is asked for where no
 * library of policies is at hand.
 */
export const HOLIDAY_NOTICES: readonly HolidayNotice[] = [
  {
    year: '2024', source: '国办发明电〔2023〕7号', dated: '2023-10-25', checkedOn: '2026-11-28',
    holidays: [
      { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
      { name: '春节', from: '2024-02-10', to: '2024-02-17' },
      { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
      { name: '劳动节', from: '2024-05-01', to: '2024-05-05' },
      { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
      { name: '中秋节', from: '2024-09-15', to: '2024-09-17' },
      { name: '国庆节', from: '2024-10-01', to: '2024-10-07' },
    ],
    workdays: [
      '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
    ],
  },
  {
    year: '2025', source: '国办发明电〔2024〕12号', dated: '2024-11-12', checkedOn: '2026-11-28',
    holidays: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
      { name: '春节', from: '2025-01-28', to: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: '2026', source: '国办发明电〔2025〕7号', dated: '2025-11-04', checkedOn: '2026-11-28',
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]; // prettier-ignore

/** Every day of a holiday. */
export const daysOf = ({ from, to }: Holiday): CivilDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_one, index) => addDays(from, index));

/** The calendar that the notices make together. */
export const STATE_COUNCIL: WorkCalendar = {
  years: new Set(HOLIDAY_NOTICES.map(({ year }) => year)),
  holidays: new Set(HOLIDAY_NOTICES.flatMap(({ holidays }) => holidays.flatMap(daysOf))),
  workdays: new Set(HOLIDAY_NOTICES.flatMap(({ workdays }) => workdays)),
};
