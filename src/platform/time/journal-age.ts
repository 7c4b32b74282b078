import { dropOldRows } from '../journal/journal-age.ts';
import type { DueHandler } from './due-work.ts';

/** The journal keeps rows for so many days of virtual time (setting `journalDays`, 0: for ever). */
export const journalAge: DueHandler = (reader, _due, { now, settings }) =>
  dropOldRows(reader, settings.journalDays, now);
