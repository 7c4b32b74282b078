import { must } from '../../../kernel/assert.ts';
import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-time.ts';

/**
 * A day told from the day on which a workspace starts, so that the seeds never grow old: `today`, `month-start`,
 * `year-start` or `year-end`, then any number of steps in days, months or years: `-400d`, `+1y`, `year-start-2m`.
 * Steps alone start from today.
 */
export type RelativeDate = string;

const FORM = /^(today|month-start|year-start|year-end)?((?:[+-]\d{1,5}[dmy])*)$/;

const ANCHORS: Readonly<Record<string, (start: CivilDate) => CivilDate>> = {
  today: (start) => start,
  'month-start': (start) => `${start.slice(0, 7)}-01`,
  'year-start': (start) => `${start.slice(0, 4)}-01-01`,
  'year-end': (start) => `${start.slice(0, 4)}-12-31`,
};

export const isRelativeDate = (text: string): boolean => text !== '' && FORM.test(text);

/** The day that the text means in a workspace started on `start`. Throws for a text that `isRelativeDate` refuses. */
export const relativeDate = (text: RelativeDate, start: CivilDate): CivilDate => {
  const [, anchor = 'today', steps = ''] = FORM.exec(text) ?? [];
  const from = ANCHORS[anchor];
  must(isRelativeDate(text) && from !== undefined, `${text} is a relative date`);
  return (steps.match(/[+-]\d+[dmy]/g) ?? []).reduce(step, from(start));
};

const step = (date: CivilDate, text: string): CivilDate => {
  const count = Number(text.slice(0, -1));
  if (text.endsWith('d')) return addDays(date, count);
  return addMonths(date, text.endsWith('y') ? count * 12 : count);
};

/** The month of that day, `yyyyMM`, as contributions 缴费记录 are counted. */
export const relativeMonth = (text: RelativeDate, start: CivilDate): string =>
  relativeDate(text, start).slice(0, 7).replace('-', '');
